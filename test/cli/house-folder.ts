import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { houseFiles } from '../simulator/tiny-book.ts';
import { type BookFolder, bookFolder } from './book-folder.ts';

export interface HouseFolder extends BookFolder {
  read(file: string): string;
}

/** The house of the simulator's tests in a temporary folder, with these documents in place of its own. */
export function houseFolder(changes = ''): HouseFolder {
  const folder = bookFolder('');
  for (const { file, bytes } of houseFiles(changes)) folder.write(file, bytes);
  return { ...folder, read: (file) => readFileSync(join(folder.root, file), 'utf8') };
}

/** The plumber answers within 5m and then works for 5m at the most. */
export const valveClosedBy = (by: string, more = ''): string => `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: close-valve, text: Close the main valve., by: worker, takes: 0..5m, produces: [valve-closed], within: {by: ${by}, from: declared${more}}}
---
kind: scenario
id: drill
expect: {pages: [{to: lead, at: 0m}, {to: worker, at: 0m}], breaks: []}
`;
