import type { Book, Entity } from '../model/book.ts';
import type { At } from '../model/position.ts';
import { namesIn } from './procedure/names-in.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const declaredThingIsUsed: Rule = {
  id: 'declared-thing-is-used',
  summary: 'Some part of a book uses what another part declares.',
  why: `
    A role that nobody calls, a channel on which nothing is sent or a fact that no decision reads is either left over, or the
    procedure that was to use it is missing.
    Use it where it belongs, or take it out.
  `,
  good: [
    `
kind: book
facts: {winter: {text: It freezes.}}
---
kind: runbook
id: drip
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: heat, text: Heat the cellar., by: lead, if: {facts: [winter]}}
      - {id: change-washer, text: Change the washer., by: lead, produces: [tap-tight]}
`,
  ],
  bad: [
    `
kind: book
facts: {winter: {text: It freezes.}}
`,
  ],
  check(book, report) {
    // A book without procedures uses nothing yet.
    if (book.runbooks.size === 0) return;
    const used = namesUsed(book);
    for (const [noun, table] of Object.entries(declared(book))) {
      const idle = [...table.values()].filter(({ id }) => !used.has(id));
      const [first] = idle;
      if (!first) continue;
      const ids = idle.map(({ id }) => id);
      const [at, what] = idle.length === 1 ? [first.at, noun] : [parent(first.at), plural(noun)];
      report(
        at,
        `nothing uses the ${what} ${quoted(ids)}`,
        'use it where it belongs, or take it out',
        ids.join(' '),
      );
    }
  },
};

/** What makes sense only when something else names it. */
const declared = (book: Book): Record<string, ReadonlyMap<string, Entity<object>>> => ({
  fact: book.facts,
  capability: book.capabilities,
  channel: book.channels,
  audience: book.audiences,
});

/** Every name that a document says anywhere but where it is declared. */
function namesUsed(book: Book): Set<string> {
  const tables = [
    ...[book.severities, book.contacts, book.groups, book.teams, book.paths, book.policies, book.reporting],
    ...[
      book.authorities,
      book.monitors,
      book.controls,
      book.codes,
      book.runbooks,
      book.milestones,
      book.rotations,
    ],
    ...[book.invariants, book.exercises, book.keys, book.messages, book.communicationRules, book.channels],
  ];
  const entries = tables.flatMap((table) => [...(table as ReadonlyMap<string, object>).values()]);
  const statements = [book.declaration, book.warRoom, book.cadence, book.statusPage, book.commander];
  const designated = [...book.roles.values()].map(({ designated }) => designated?.by);
  const lists = [book.triage, book.raises, book.involvements, statements, designated];
  // An entry's own id is no use of it.
  const bodies = entries.map(({ id, at, ...body }: { id?: string; at?: At }) => body);
  return namesIn([...bodies, ...lists.map(withoutPlace)]);
}

const withoutPlace = (list: readonly unknown[]): unknown[] =>
  list.map((item) => (typeof item === 'object' && item !== null ? { ...item, at: undefined } : item));

const parent = ({ file, path }: At): At => ({ file, path: path.slice(0, -1) });

const plural = (noun: string): string => (noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`);
