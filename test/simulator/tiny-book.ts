import { parse } from 'yaml';
import type { Book, Entity } from '../../model/book.ts';
import { roomOf } from '../../model/document-kinds.ts';
import type { DocumentName, ScenarioDocument } from '../../model/generated/types.ts';
import { loadBook } from '../../model/load-book.ts';
import { type Replay, replay } from '../../simulator/replay/replay.ts';

/** A house with a caretaker who commands, a neighbour behind her, and a plumber; small enough to be read at once. */
const HOUSE = `
kind: book
id: house
title: Procedures of a house
organisation: House
documents: [{title: Handbook, cites: section}]
calendar: {zone: Europe/Berlin, days: [mon, tue, wed, thu, fri], opens: "09:00", shuts: "17:00"}
pace: {acknowledge: 0..5m, act: 0..5m, step: 0..5m, sign: 0..15m, page_timeout: 15m}
facts: {flooded: {text: Water stands in the cellar.}}
capabilities: {power: {text: The mains are on.}}
---
kind: severities
levels:
  P0: {title: Urgent, meaning: The house is in danger., response: {by: 15m, from: level.P0}, source: {section: "1"}}
  P1: {title: Soon, meaning: Something is broken., source: {section: "1"}}
---
kind: roles
people:
  anna: {title: Caretaker}
  ben: {title: Neighbour}
  paul: {title: Plumber}
roles:
  lead: {title: Lead, held_by: anna, source: {section: "1"}}
  worker: {title: Worker, held_by: paul, source: {section: "1"}}
contacts:
  lead: {primary: anna, backup: ben, methods: [call], source: {section: "1"}}
  worker: {primary: paul, backup: ben, methods: [call], source: {section: "1"}}
---
kind: communications
channels: {call: {title: Phone call}}
audiences: {tenants: {title: Tenants}}
---
kind: groups
groups: {owners: {title: Owners, of: 5, at_least: 3, source: {section: "1"}}}
---
kind: routing
policies:
  all: {title: Call everybody, severity: P0, channels: [call], page: [lead, worker], source: {section: "1"}}
  soon: {title: Call the worker, severity: P1, channels: [call], page: [worker], source: {section: "1"}}
---
kind: command
commander: lead
---
kind: monitors
monitors:
  water:
    title: Water meter
    tool: Meter
    interval: real-time
    thresholds:
      P0: {condition: bursting, text: Water is bursting out., opens: leak}
      P1: {condition: dripping, text: Water is dripping., opens: leak}
    source: {section: "1"}
`;

const LEAK = `
kind: runbook
id: leak
title: Water leaks
runs: incident
source: {section: "2"}
severity: {always: P0}
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: close-valve, text: Close the main valve., by: worker, takes: 0..5m, produces: [valve-closed]}]
resolved: {when: [valve-closed]}
close: {by: lead}
`;

const SCENARIO = `
kind: scenario
id: drill
title: Drill
runbook: leak
briefing: Water everywhere.
starts: 2026-09-16T10:00:00+02:00
injects: [{at: 0m, signal: {monitor: water, level: P0}}]
ends: drained
expect: {pages: [], breaks: []}
`;

type Document = { kind: DocumentName; id?: string } & Record<string, unknown>;

const documentsOf = (text: string): Document[] => text.split(/^---$/m).map((part) => parse(part) as Document);

/** The files of the house with these documents in place of its own: mappings are joined, a key without a value goes, everything else is replaced. */
export function houseFiles(changes = ''): { readonly file: string; readonly bytes: Uint8Array }[] {
  const documents = new Map<string, Document>();
  const parts = [HOUSE, LEAK, SCENARIO, changes].filter((text) => text.trim() !== '');
  for (const document of parts.flatMap(documentsOf)) {
    const key = `${document.kind}/${document.id ?? ''}`;
    documents.set(key, joined(documents.get(key), document) as Document);
  }
  return [...documents.values()].map((document) => ({
    file: `${roomOf(document.kind)}/house/${document.kind === 'book' ? 'book' : (document.id ?? document.kind)}.yaml`,
    bytes: new TextEncoder().encode(JSON.stringify(document, null, 1)),
  }));
}

export function houseBook(changes = ''): Book {
  const files = houseFiles(changes);
  const { book, findings } = loadBook(files, 'house');
  if (!book)
    throw new Error(findings.map(({ position, message }) => `${position.file}: ${message}`).join('\n'));
  return book;
}

function joined(before: unknown, after: unknown): unknown {
  const isMapping = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isMapping(before) || !isMapping(after)) return after;
  const both = {
    ...before,
    ...Object.fromEntries(Object.entries(after).map(([key, value]) => [key, joined(before[key], value)])),
  };
  // A key that is given without a value is taken away.
  return Object.fromEntries(Object.entries(both).filter(([, value]) => value !== null));
}

/** Plays the house's drill. */
export function play(changes = ''): Replay {
  const book = houseBook(changes);
  return replay(book, book.scenarios.get('drill') as Entity<ScenarioDocument>);
}

/** Minutes at which an event happened, in order. */
export const minutesOf = ({ run }: Replay, event: string): number[] =>
  run.records
    .filter((record) => record.event === event && !record.kind.startsWith('promise-'))
    .map(({ t }) => t / 60);

/** Who made an event happen first. */
export const whoDid = ({ run }: Replay, event: string): string | undefined =>
  run.records.find((record) => record.event === event)?.by;

/** What became of a promise: its verdict, and the minutes at which it broke. */
export function promiseOf({ promises }: Replay, name: string): { verdict: string; broke: number[] } {
  const found = promises.find(({ promise }) => promise.name === name);
  if (!found)
    throw new Error(
      `no promise ${name}; there are ${promises.map(({ promise }) => promise.name).join(', ')}`,
    );
  return { verdict: found.verdict, broke: found.breaks.map(({ at }) => at / 60) };
}
