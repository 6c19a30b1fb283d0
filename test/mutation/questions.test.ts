import { expect, test } from 'vitest';
import type { Book } from '../../model/book.ts';
import { rereader } from '../../model/load-book.ts';
import { changedParts } from '../../mutation/judge/changed-parts.ts';
import type { Differing } from '../../mutation/judge/machines-watch.ts';
import { concernedPromises, questionsOf } from '../../mutation/judge/questions.ts';
import type { Machine } from '../../simulator/kernel/machine.ts';
import { lowerIncidents } from '../../simulator/lower/incident.ts';
import { OWN_FILES } from '../simulator/own-files.ts';

const SHELF = rereader(OWN_FILES['rwa-tokens'] ?? [], 'rwa-tokens');

const machineOf = (book: Book | undefined, runbook: string): Machine => {
  if (!book) throw new Error('the book is not sound');
  return lowerIncidents(book, [{ id: undefined, runbook }], { grain: 1 });
};

/** The book with a slip in one of its files. */
function withSlip(ending: string, slip: (text: string) => string): Book | undefined {
  const source = SHELF.files.find(({ file }) => file.endsWith(ending));
  if (!source) throw new Error(`no file ${ending}`);
  const after = slip(source.text);
  expect(after).not.toBe(source.text);
  return SHELF.with({ file: source.file, bytes: new TextEncoder().encode(after) }).book;
}

const differingIn = (mutated: Book | undefined, runbook: string): Differing => ({
  runbook,
  before: machineOf(SHELF.loaded.book, runbook),
  after: machineOf(mutated, runbook),
});

/** The promises of a runbook's incident that a slip in a file has to do with, nearest first. */
function concernedBy(ending: string, slip: (text: string) => string, runbook = 'price-halt'): string[] {
  const { before, after } = differingIn(withSlip(ending, slip), runbook);
  return concernedPromises(after, changedParts(before, after)).map(({ name }) => name);
}

test('what asks, when a message goes out, for approvals that are remembered is concerned when these come about otherwise', () => {
  const concerned = concernedBy('authorities.yaml', (text) =>
    text.replace(
      /(action: disclose-publicly\n\s+approvals:\n\s+- )role: incident-commander\n\s+- role: communications\n/,
      '$1any_of: [incident-commander, communications]\n',
    ),
  );
  expect(concerned).toContain('invariant/public-disclosure-has-three-approvals');
  expect(concerned).not.toContain('invariant/federal-lift-has-its-conditions');
});

test('what counts signatures when keys change hands is concerned when fewer are asked for', () => {
  const concerned = concernedBy(
    'authorities.yaml',
    (text) => text.replace(/(emergency-key-rotation:[\s\S]*?at_least: )3/, '$12'),
    'key-rotation',
  );
  expect(concerned).toContain('invariant/emergency-rotation-quorum');
  expect(concerned).not.toContain('invariant/upgrade-rotation-quorum');
});

test('what is judged by who commands is concerned when nobody takes over', () => {
  const concerned = concernedBy('escalation.yaml', (text) =>
    text.replace(/ {4}takeover:\n(?: {6}.*\n)+/, ''),
  );
  expect(concerned).toContain('invariant/p0-is-commanded');
  expect(concerned).not.toContain('invariant/emergency-rotation-quorum');
});

test('nothing is concerned by a word that is only read', () => {
  expect(
    concernedBy('authorities.yaml', (text) => text.replace('Public disclosure', 'To the public')),
  ).toEqual([]);
});

test('a promise is first put to proof where most is recorded of it, and each once before any is asked in a second procedure', () => {
  const mutated = withSlip('escalation.yaml', (text) =>
    text.replace('engages: [compliance-lead, empire-liaison]', 'engages: [compliance-lead]'),
  );
  const differing = ['price-halt', 'custody-discrepancy'].map((runbook) => differingIn(mutated, runbook));
  const questions = questionsOf(SHELF.loaded.book as Book, differing);
  const names = new Set(questions.map(({ name }) => name));
  const mine = questions.filter(({ name }) => name === 'invariant/provisional-commander-calls-empire');
  expect(mine.map(({ runbook, recorded }) => [runbook, recorded])).toEqual([
    ['custody-discrepancy', Number.POSITIVE_INFINITY],
    ['price-halt', 0],
  ]);
  expect(new Set(questions.slice(0, names.size).map(({ name }) => name))).toEqual(names);
});

test('what a level does not send any more concerns whoever counts on that page, and not whoever counts on another', () => {
  const concerned = concernedBy('routing.yaml', (text) =>
    text.replace('all-leads, multisig-holders]', 'all-leads]'),
  );
  expect(concerned).toContain('invariant/signers-are-called-to-p0');
  expect(concerned).not.toContain('invariant/commander-is-paged-again-every-15m');
});
