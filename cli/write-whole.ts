import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorError } from './operator-error.ts';
import { whyNot } from './read-source.ts';

/** Writes a file that is, for whoever reads it meanwhile, either the old one or the new one, never half of it. */
export function writeWhole(file: string, text: string, what: string): void {
  const draft = `${file}.${process.pid}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    refuseSpecial(file);
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    forget(draft);
    throw new OperatorError(`the ${what} cannot be written to ${file}: ${whyNot(error)}`, {
      hint: 'name a file in a folder that can be written to',
    });
  }
}

/** Where no file can be made, no draft is left either, and asking fails in its own way. */
function forget(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // The reason why the file cannot be written is the one that is told.
  }
}

/** A rename would put a file in the place of a pipe or a device. */
function refuseSpecial(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && !found.isFile())
    throw Object.assign(new Error(), { code: found.isDirectory() ? 'EISDIR' : 'ENXIO' });
}
