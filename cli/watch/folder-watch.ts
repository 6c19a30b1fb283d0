import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { whyNot } from '../read-source.ts';
import { foldersIn, ROOMS } from '../repository.ts';

export interface FolderWatch {
  /** Looks for new folders, and for those that were replaced. */
  renew(): void;
  close(): void;
}

/**
 * Says that something below the rooms of a repository may have changed. Folders are watched, not files: an editor that
 * writes a new file and renames it over the old one is seen like any other. A hint, never proof: the listener looks itself.
 */
export function watchFolders(root: string, onEvent: () => void): FolderWatch {
  let watchers: FSWatcher[] = [];
  const close = () => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  const renew = () => {
    close();
    for (const folder of [root, ...ROOMS.flatMap((room) => foldersBelow(join(root, room)))])
      watchers.push(...watchOne(folder, onEvent));
  };
  renew();
  return { renew, close };
}

function foldersBelow(folder: string): string[] {
  return [folder, ...foldersIn(folder).flatMap((name) => foldersBelow(join(folder, name)))];
}

/** A folder that is not there, or no longer, is seen by the one above it. */
function watchOne(folder: string, onEvent: () => void): FSWatcher[] {
  try {
    return [watch(folder, onEvent).on('error', onEvent)];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new OperatorError(`the folders of the books cannot be watched: ${whyNot(error)}`, {
      ...(code === 'ENOSPC' || code === 'EMFILE'
        ? { hint: 'the system allows no more watches: raise its limit' }
        : {}),
    });
  }
}
