import { OperatorError } from '../operator-error.ts';
import { inOneLine } from '../printable.ts';
import { reportFailure } from '../report-failure.ts';
import { findRepository } from '../repository.ts';
import { watchFolders } from './folder-watch.ts';
import { changedFiles, readShelf } from './shelf.ts';

/** Editors write in several strokes: what follows this closely belongs together. */
const SETTLE_MS = 80;
const MOST_NAMES = 10;
const CLEAR = '\u001b[2J\u001b[H';
/** As a shell reports a program that a signal has ended. */
const EXIT_ON = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Checks now and whenever the files of the books hold something else, until a signal stops it; resolves with the last
 * result. Notes go to stderr, so that stdout holds reports only.
 */
export async function watchBooks<Result>(named: string | undefined, check: () => Result): Promise<Result> {
  const { root } = findRepository(process.cwd());
  let shelf = readShelf(named);
  let result = check();
  let timer: NodeJS.Timeout | undefined;
  const folders = watchFolders(root, () => {
    timer ??= setTimeout(look, SETTLE_MS);
  });
  // Before anybody can read that it is watched, so that the signal they then send finds a listener.
  const stopped = untilSignal();
  note('watching the books; Ctrl-C stops');

  function look(): void {
    timer = undefined;
    folders.renew(); // before reading: what changes from here on is seen again
    const now = readShelf(named);
    const changed = changedFiles(shelf, now);
    shelf = now;
    if (changed.length === 0) return;
    if (process.stdout.isTTY) process.stdout.write(CLEAR);
    note(`changed: ${listed(changed)}`);
    result = attempt(check) ?? result;
  }

  await stopped;
  clearTimeout(timer);
  folders.close();
  return result;
}

const note = (text: string) => process.stderr.write(`${text}\n`);

const listed = (names: readonly string[]) => {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).map(inOneLine).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

/** A book that is gone for a moment, such as while a branch is changed, is no reason to stop. */
function attempt<Result>(check: () => Result): Result | undefined {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    reportFailure(error, false);
    return undefined;
  }
}

const untilSignal = () =>
  new Promise<void>((resolve) => {
    for (const [signal, code] of Object.entries(EXIT_ON))
      process.once(signal, () => {
        process.exitCode = code;
        resolve();
      });
  });
