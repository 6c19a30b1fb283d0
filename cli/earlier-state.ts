import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { TextOf } from '../contract/contract-source.ts';
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
 * one. `files` are those that will be asked for: git is started once for all of them.
 */
export function earlierState(
  root: string,
  named: string | undefined,
  files: readonly string[],
): EarlierState | undefined {
  if (named !== undefined && existsSync(named)) return recordedState(named);
  const name = named ?? 'HEAD';
  const texts = committedTexts(root, name, files);
  if (texts) {
    // A document that stood elsewhere then is asked for by itself.
    return committedState(name, (file) => texts.get(file) ?? committedTexts(root, name, [file])?.get(file));
  }
  if (named === undefined) return undefined; // no repository of git, or no commit yet
  throw new OperatorError(`\`${named}\` is neither a file nor a commit that git knows here`, {
    hint: 'fetch the commit, or name another with --base',
  });
}

function committedState(name: string, textOf: TextOf): EarlierState {
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

/** Files of a commit by their path from the root of the books; undefined when there is no such commit. */
function committedTexts(
  root: string,
  revision: string,
  files: readonly string[],
): ReadonlyMap<string, string> | undefined {
  if (/[\s\0]/.test(revision)) return undefined; // it would be two objects to git
  const asked = [`${revision}^{commit}`, ...files.map((file) => `${revision}:./${file}`)];
  const { status, stdout } = spawnSync('git', ['cat-file', '--batch'], {
    cwd: root,
    input: `${asked.join('\n')}\n`,
    maxBuffer: (files.length + 1) * (MAX_FILE_BYTES + 1_000),
    timeout: 10_000,
  });
  if (status !== 0) return undefined;
  const [commit, ...blobs] = batchObjects(stdout);
  if (commit === undefined) return undefined;
  const found = files.map((file, index) => [file, blobs[index]] as const);
  return new Map(found.flatMap(([file, text]) => (text === undefined ? [] : [[file, text] as const])));
}

/** git-cat-file(1), batch output: `<name> <type> <size>`, the content, a line end; or `<name> missing`. */
function batchObjects(output: Buffer): (string | undefined)[] {
  const objects: (string | undefined)[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const size = / (\d+)$/.exec(output.toString('utf8', at, end))?.[1];
    const next = end + 1;
    objects.push(size === undefined ? undefined : output.toString('utf8', next, next + Number(size)));
    at = size === undefined ? next : next + Number(size) + 1;
  }
  return objects;
}
