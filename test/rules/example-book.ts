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
documents: [{title: Handbook, cites: section}]
calendar: {zone: Europe/Berlin, days: [mon], opens: "09:00", shuts: "17:00"}
pace: {acknowledge: 0..5m, act: 0..5m, step: 0..5m, sign: 0..5m}
`,
  `
kind: severities
levels:
  P1: {title: Urgent, meaning: The house is in danger., source: {section: "1"}}
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
kind: runbook
id: leak
title: Water leaks
runs: incident
source: {section: "2"}
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: close-valve, text: Close the main valve., by: lead, produces: [valve-closed]}]
`,
];

const PARTING = /^---$/m;
/** A first line such as `# runbooks/example/flood.yaml` says where the document stands. */
const PLACE = /^\s*# (\S+\.yaml)\n/;

/** The files of the sound book with an example merged into it: mappings are joined, everything else is replaced. */
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
  if (!isMapping(before) || !isMapping(after)) return after;
  const both = Object.entries(after).map(([key, value]) => [key, merged(before[key], value)]);
  return { ...before, ...Object.fromEntries(both) };
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
