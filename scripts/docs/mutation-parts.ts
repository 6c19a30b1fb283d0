import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBookFiles } from '../../cli/read-book-files.ts';
import type { BookScore } from '../../model/generated/mutation-score.ts';
import { ALL_OPERATORS } from '../../mutation/operators/all.ts';
import { mutationPage } from '../../publish/mutation-page.ts';
import type { WantedPart } from '../../publish/parts/stale-part.ts';
import { shippedBooks, soundBook } from './book-files.ts';
import { docsMark } from './docs-mark.ts';
import { SCORES } from './mutation-scores.ts';

/** `docs/mutation.md`: the score of the shipped books, and why each slip that goes unnoticed may. */
export const mutationParts = (): WantedPart[] => [
  {
    file: join('docs', 'mutation.md'),
    mark: docsMark('mutation'),
    text: mutationPage(
      shippedBooks().map((id) => soundBook(id, readBookFiles('.', id))),
      JSON.parse(readFileSync(SCORES, 'utf8')) as BookScore[],
      ALL_OPERATORS,
    ),
  },
];
