import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type ContractSnapshot, snapshotFrom } from '../contract/snapshot.ts';
import type { Entity } from '../model/book.ts';
import type { CodeContract } from '../model/generated/types.ts';
import { MAX_FILE_BYTES } from '../model/source-file.ts';
import { OperatorError } from './operator-error.ts';

/** An earlier state of the repository that contracts are compared with. */
export interface EarlierState {
  /** As it was asked for: `HEAD`, `origin/main`, `codes-1.0.0.json`. */
  readonly name: string;
  snapshot(book: string, contract: Entity<CodeContract>): ContractSnapshot | undefined;
}

/**
 * A file that `codes --json` printed earlier, else a revision of git. Without a name it is the last commit, where there is
 * one.
 */
export function earlierState(root: string, named: string | undefined): EarlierState | undefined {
  if (named !== undefined && existsSync(named)) return recordedState(named);
  const name = named ?? 'HEAD';
  const commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  if (commit !== undefined) return committedState(root, name, commit.trim());
  if (named === undefined) return undefined; // no repository of git, or no commit yet
  throw new OperatorError(`\`${named}\` is neither a file nor a commit that git knows here`, {
    hint: 'fetch the commit, or name another with --base',
  });
}

function committedState(root: string, name: string, commit: string): EarlierState {
  const texts = new Map<string, string | undefined>();
  const textOf = (file: string) => {
    if (!texts.has(file)) texts.set(file, git(root, ['show', `${commit}:./${file}`]));
    return texts.get(file);
  };
  return {
    name,
    snapshot: (_book, { id, at }) => {
      const registry = textOf(at.file);
      return registry === undefined ? undefined : snapshotFrom(id, registry, textOf);
    },
  };
}

function recordedState(name: string): EarlierState {
  const contracts = recordedContracts(name);
  return {
    name,
    snapshot: (book, { id }) => contracts.find((contract) => contract.book === book && contract.id === id),
  };
}

type Recorded = ContractSnapshot & { readonly book: string; readonly id: string };

function recordedContracts(file: string): readonly Recorded[] {
  try {
    const { contracts } = JSON.parse(readFileSync(file, 'utf8')) as { contracts: Recorded[] };
    if (contracts.every(({ version, codes }) => typeof version === 'string' && Array.isArray(codes)))
      return contracts;
  } catch {
    // said below: whatever is wrong with it, it is not what was asked for
  }
  throw new OperatorError(`${file} is not what \`codes --json\` prints`, {
    hint: 'print it with `drillbook codes --json` at the state to compare with',
  });
}

function git(root: string, argv: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', argv, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 * MAX_FILE_BYTES,
    timeout: 10_000,
  });
  return status === 0 ? stdout : undefined;
}
