import type { Book } from '../model/book.ts';
import { loadBook } from '../model/load-book.ts';
import type { SourceFile } from '../model/source-file.ts';

const POLICIES: Readonly<Record<string, string>> = {
  book: `kind: book
id: generated
title: A book of generated procedures
organisation: Bench
documents: [{title: Generator, cites: section}]
calendar: {zone: Europe/Berlin, days: [mon, tue, wed, thu, fri], opens: "09:00", shuts: "17:00"}
pace: {acknowledge: 0..5m, act: 0..5m, step: 0..10m, sign: 0..15m}
capabilities: {phone: {text: Calls go through.}}
`,
  severities: `kind: severities
levels:
  P1: {title: Down, meaning: Nothing works., source: {section: "1"}}
  P2: {title: Slow, meaning: It works slowly., source: {section: "1"}}
`,
  roles: `kind: roles
people: {anna: {title: Engineer}, ben: {title: Manager}}
roles:
  engineer: {title: Engineer, held_by: anna, source: {section: "2"}}
  manager: {title: Manager, held_by: ben, source: {section: "2"}}
contacts:
  engineer: {primary: anna, backup: ben, methods: [call], source: {section: "2"}}
`,
  communications: `kind: communications
channels: {call: {title: Phone call, needs: [phone]}}
audiences: {customers: {title: Customers}}
`,
};

/** Two steps of the second phase are what two causes ask for: either of them leads on. */
const factOf = (phase: number, number: number) => `seen-${phase}-${phase === 1 && number === 2 ? 1 : number}`;

const needed = (phase: number, number: number): string => {
  if (number > 0) return factOf(phase, phase === 1 && number === 2 ? 0 : number - 1);
  return phase === 0 ? 'called' : factOf(0, 4);
};

const step = (runbook: number, phase: number, number: number) => `      - id: step-${phase}-${number}
        text: Look at service ${runbook} and do what the part ${phase}.${number} of its handbook says about it.
        by: ${number % 3 === 0 ? 'manager' : 'engineer'}
        needs: [phone]
        takes: ${number + 1}m..${number + 10}m
        within: {by: ${(phase * 5 + number + 1) * 30}m, from: opened}
        requires: [${needed(phase, number)}]
        produces: [${factOf(phase, number)}]
        role_of_step: ${phase === 1 ? 'fix' : number === 0 ? 'stabilise' : 'diagnose'}
        source: {section: "${phase}.${number}"}
`;

const phase = (runbook: number, number: number) => `  - id: phase-${number}
    title: Part ${number}
    order: sequence
    steps:
${Array.from({ length: 5 }, (_, index) => step(runbook, number, index)).join('')}`;

const runbook = (number: number) => `kind: runbook
id: service-${number}
title: Service ${number} is down
runs: incident
source: {section: "${number}"}
triggers: [{text: A customer calls about service ${number}.}]
severity: {always: ${number % 2 === 0 ? 'P1' : 'P2'}, source: {section: "${number}"}}
gives: [called]
phases:
${phase(number, 0)}${phase(number, 1)}causes:
  read_by: step-0-4
  values:
    full: {title: The disk is full, resolution: Make room., then: [step-1-1]}
    broken: {title: The disk is broken, resolution: Change it., then: [step-1-2]}
  unknown: {after: 3h, from: opened, then: step-1-2, diagnosis: continues}
resolved: {when: [seen-1-4]}
close: {by: manager}
`;

/** A sound book with this many runbooks of about 4 KB, ten steps each: the size of a procedure that people wrote. */
export function generatedBook(runbooks: number): SourceFile[] {
  const policies = Object.entries(POLICIES).map(
    ([kind, text]) => [`policies/generated/${kind}.yaml`, text] as const,
  );
  const procedures = Array.from(
    { length: runbooks },
    (_, number) => [`runbooks/generated/service-${number}.yaml`, runbook(number)] as const,
  );
  return [...policies, ...procedures].map(([file, text]) => ({
    file,
    bytes: new TextEncoder().encode(text),
  }));
}

/** The day on which the generated book is judged. */
export const TODAY = '2026-09-16';

export function loadGenerated(files: readonly SourceFile[]): Book {
  const { book, findings } = loadBook(files, 'generated');
  if (!book) throw new Error(`the generated book is not sound: ${findings[0]?.message}`);
  return book;
}
