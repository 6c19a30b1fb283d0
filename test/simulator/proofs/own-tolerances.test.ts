import { expect, test } from 'vitest';
import { tasksOf } from '../../../simulator/proofs/proof-tasks.ts';
import { vanishedFrom } from '../../../simulator/proofs/recorded.ts';
import { OWN_BOOKS } from '../own-books.ts';

test.each(OWN_BOOKS.map((book) => [book.id, book] as const))(
  '%s records promises that it makes, and something of every procedure',
  (_, book) => {
    const tasks = [...book.runbooks.keys()].flatMap((runbook) => tasksOf(book, runbook));
    expect(vanishedFrom([book], tasks)).toEqual([]);
    const recorded = new Set(book.tolerances.map(({ runbook }) => runbook));
    expect([...book.runbooks.keys()].filter((runbook) => !recorded.has(runbook))).toEqual([]);
  },
);
