import { readFileSync, statSync } from 'node:fs';
import { OperatorError } from '../operator-error.ts';
import { printable } from '../printable.ts';
import { whyNot } from '../read-source.ts';

/** The largest request: a deployed program of 10 MiB in base64, with room to spare. */
export const MAX_INPUT_BYTES = 16 * 1024 * 1024;

const STDIN = '-';

/** The bytes of a regular file, or of standard input for `-`; never more than 16 MiB. */
export async function readInput(name: string): Promise<Uint8Array> {
  return name === STDIN ? readStdin() : readFile(name);
}

function readFile(name: string): Uint8Array {
  const shown = `\`${printable(name)}\``;
  try {
    const stat = statSync(name);
    if (!stat.isFile())
      throw new OperatorError(`${shown} is no regular file`, { hint: '`-` reads standard input' });
    if (stat.size > MAX_INPUT_BYTES) throw tooLarge(shown);
    return readFileSync(name);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`${shown} cannot be read: ${whyNot(error)}`, {
      hint: 'name a file, or `-` for standard input',
    });
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    total += chunk.length;
    if (total > MAX_INPUT_BYTES) throw tooLarge('standard input');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (what: string) =>
  new OperatorError(`${what} is larger than ${MAX_INPUT_BYTES / 1024 / 1024} MiB`, {
    hint: 'no request is that large: is it the right file?',
  });
