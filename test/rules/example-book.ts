import { parse, stringify } from 'yaml';
import { roomOf } from '../../model/document-kinds.ts';
import type { DocumentName } from '../../model/generated/types.ts';
import type { SourceFile } from '../../model/source-file.ts';

type Document = { kind: DocumentName; id?: string } & Record<string, unknown>;

/** What the examples of rules add to: the smallest sound book. */
const BASE: readonly string[] = [
  `
kind: book
id: example
title: Procedures of a house
organisation: House
documents: [{title: Handbook, cites: section, reviewed: 2026-05-01, review_every: 365d}]
calendar: {zone: Europe/Berlin, days: [mon], opens: "09:00", shuts: "17:00"}
pace: {acknowledge: 0..5m, act: 0..5m, step: 0..5m, sign: 0..5m}
`,
  `
kind: severities
levels:
  P1: {title: Urgent, meaning: The house is in danger., source: {section: "1"}}
  P2: {title: Calm, meaning: Something is broken., source: {section: "1"}}
`,
  `
kind: roles
people: {anna: {title: Caretaker}, ben: {title: Neighbour}}
roles: {lead: {title: Lead, held_by: anna, source: {section: "1"}}}
contacts: {lead: {primary: anna, backup: ben, methods: [call], source: {section: "1"}}}
`,
  `
kind: communications
channels: {call: {title: Phone call}}
`,
  `
kind: routing
policies:
  urgent: {title: At once, severity: P1, channels: [call], page: [lead], source: {section: "1"}}
  calm: {title: When awake, severity: P2, channels: [call], page: [lead], source: {section: "1"}}
`,
  `
kind: monitors
monitors:
  water-meter:
    title: Water meter
    tool: Meter
    interval: 1m
    thresholds: {P1: {condition: water-runs, text: Water runs and nobody uses it., opens: leak}}
    source: {section: "2"}
`,
  `
kind: exercises
exercises:
  leak-by-night:
    title: A leak by night
    quarter: 2026-Q3
    runbooks: [drip]
    scenarios: [leak-by-night]
    participants: [{title: Lead, is: lead}]
    objective: Find the valve in the dark.
    source: {section: "3"}
format: {parts: [{id: play, title: Play, lasts: 30m}], source: {section: "3"}}
`,
  `
kind: scenario
id: leak-by-night
title: A leak by night
runbook: leak
quarter: 2026-Q3
briefing: It is three in the morning.
starts: 2026-07-15T03:00:00+02:00
injects: [{at: 0m, signal: {monitor: water-meter, level: P1}}]
ends: closed
expect: {pages: [{to: lead}], breaks: []}
`,
  `
kind: runbook
id: leak
title: Water leaks
runs: incident
source: {section: "2"}
triggers: [{text: Water runs and nobody uses it., monitor: water-meter, level: P1}]
severity: {always: P1}
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: close-valve, text: Close the main valve., by: lead, produces: [valve-closed]}]
resolved: {when: [valve-closed]}
close: {by: lead}
`,
  `
kind: runbook
id: drip
title: A tap drips
runs: incident
source: {section: "2"}
triggers: [{text: A tap drips.}]
severity: {always: P2}
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: change-washer, text: Change the washer., by: lead, produces: [tap-tight]}]
resolved: {when: [tap-tight]}
close: {by: lead}
`,
];

const PARTING = /^---$/m;
/** A first line such as `# runbooks/example/flood.yaml` says where the document stands. */
const PLACE = /^\s*# (\S+\.yaml)\n/;

/**
 * The files of the sound book with an example merged into it: mappings are joined, so are lists of things with ids (what the
 * example does not name comes first), and everything else is replaced.
 */
export function exampleBook(example = ''): SourceFile[] {
  const files = new Map<string, Document>();
  for (const text of [...BASE, ...example.split(PARTING)]) {
    const document = parse(text) as Document | null;
    if (document === null) continue;
    const key = document.kind === 'runbook' || document.kind === 'scenario' ? document.id : document.kind;
    const usual = `${roomOf(document.kind)}/example/${key}.yaml`;
    const before = files.get(usual);
    files.delete(usual);
    files.set(PLACE.exec(text)?.[1] ?? usual, merged(before, document) as Document);
  }
  return [...files].map(([file, document]) => ({
    file,
    bytes: new TextEncoder().encode(stringify(document)),
  }));
}

function merged(before: unknown, after: unknown): unknown {
  if (isListOfThings(before) && isListOfThings(after)) return mergedLists(before, after);
  if (!isMapping(before) || !isMapping(after)) return after;
  const both = Object.entries(after).map(([key, value]) => [key, merged(before[key], value)]);
  return { ...before, ...Object.fromEntries(both) };
}

type Thing = Record<string, unknown> & { id: string };

const mergedLists = (before: readonly Thing[], after: readonly Thing[]): unknown[] => {
  const known = new Map(before.map((thing) => [thing.id, thing]));
  const named = new Set(after.map(({ id }) => id));
  return [
    ...before.filter(({ id }) => !named.has(id)),
    ...after.map((thing) => merged(known.get(thing.id), thing)),
  ];
};

const isListOfThings = (value: unknown): value is Thing[] =>
  Array.isArray(value) && value.every((item) => isMapping(item) && typeof item['id'] === 'string');

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
