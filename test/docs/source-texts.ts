import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The playbooks themselves are not part of the project: they lie beside it, or where this variable says. */
const FOLDERS = [process.env['DRILLBOOK_SOURCES'], '../shared/seeds'];

/** The text of the document that a book was made from, for whoever has it. */
export function sourceText(book: string): string | undefined {
  const folder = FOLDERS.find((each) => each !== undefined && existsSync(each));
  const file = folder && readdirSync(folder).find((name) => name.startsWith(book) && name.endsWith('.txt'));
  return folder && file ? readFileSync(join(folder, file), 'utf8') : undefined;
}
