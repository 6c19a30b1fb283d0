import { join } from 'node:path';
import { readBookFiles } from '../../cli/read-book-files.ts';
import { coveragePage } from '../../publish/coverage-page.ts';
import type { WantedPart } from '../../publish/parts/stale-part.ts';
import { shippedBooks, soundBook } from './book-files.ts';
import { docsMark } from './docs-mark.ts';

/** `docs/coverage.md`: what of the source documents is in the books, and where. */
export const coverageParts = (): WantedPart[] => [
  {
    file: join('docs', 'coverage.md'),
    mark: docsMark('coverage'),
    text: coveragePage(shippedBooks().map((id) => soundBook(id, readBookFiles('.', id)))),
  },
];
