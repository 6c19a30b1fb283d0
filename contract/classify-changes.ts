import { sameWords } from './same-words.ts';
import type { ContractSnapshot, SnapshotCode } from './snapshot.ts';

/** One thing that changed between two states of a contract, and how much that is for a caller. */
export interface ContractChange {
  readonly kind:
    | 'added'
    | 'removed'
    | 'renumbered'
    | 'renamed'
    | 'meaning-changed'
    | 'deprecated'
    | 'revived'
    | 'reused'
    | 'precedence-changed';
  readonly level: 'major' | 'minor';
  readonly code: SnapshotCode | undefined;
  readonly text: string;
}

/** Added is minor; removed, renumbered, renamed, another meaning or another order of the checks is major. */
export function classifyChanges(before: ContractSnapshot, after: ContractSnapshot): ContractChange[] {
  const changes: ContractChange[] = [];
  const gone = new Set(before.codes);
  for (const code of after.codes) {
    const old =
      before.codes.find(({ name, lifecycle }) => name === code.name && lifecycle !== 'reserved') ??
      before.codes.find(({ number }) => number === code.number);
    if (old) gone.delete(old);
    changes.push(...changesOf(old, code));
  }
  for (const code of gone)
    if (code.lifecycle !== 'reserved') changes.push(major('removed', code, `${label(code)} is gone`));
  const orders = [before.precedence, after.precedence].map((order) => sharedOrder(order, before, after));
  if (orders[0] !== undefined && orders[1] !== undefined && orders[0] !== orders[1])
    changes.push({
      kind: 'precedence-changed',
      level: 'major',
      code: undefined,
      text: 'the order of the checks changed',
    });
  return changes;
}

function changesOf(old: SnapshotCode | undefined, code: SnapshotCode): ContractChange[] {
  if (!old) return code.lifecycle === 'reserved' ? [] : [minor('added', code, `${label(code)} is new`)];
  if (old.lifecycle === 'reserved' || code.lifecycle === 'reserved') return reservation(old, code);
  const changes: ContractChange[] = [];
  if (old.number !== code.number)
    changes.push(major('renumbered', code, `\`${code.name}\` was ${old.number} and is ${code.number}`));
  if (old.name !== code.name)
    changes.push(major('renamed', code, `${code.number} was \`${old.name}\` and is \`${code.name}\``));
  if (!sameWords(old.meaning, code.meaning))
    changes.push(
      major('meaning-changed', code, `${label(code)} meant "${old.meaning}" and means "${code.meaning}"`),
    );
  if (old.lifecycle !== code.lifecycle) {
    const kind = code.lifecycle === 'deprecated' ? 'deprecated' : 'revived';
    changes.push(minor(kind, code, `${label(code)} is ${code.lifecycle} now`));
  }
  return changes;
}

function reservation(old: SnapshotCode, code: SnapshotCode): ContractChange[] {
  if (old.lifecycle === code.lifecycle) return [];
  if (code.lifecycle === 'reserved') return [major('removed', code, `${label(code)} was given up`)];
  return old.name === code.name
    ? [minor('revived', code, `${label(code)} is back`)]
    : [major('reused', code, `${label(code)} takes a number that was reserved for ${label(old)}`)];
}

/** A code that came or went moves nothing else. */
function sharedOrder(
  order: readonly string[] | undefined,
  before: ContractSnapshot,
  after: ContractSnapshot,
): string | undefined {
  const isShared = (name: string) =>
    [before, after].every(
      ({ codes, precedence }) => precedence?.includes(name) && codes.some((code) => code.name === name),
    );
  return order?.filter(isShared).join();
}

const label = ({ number, name }: SnapshotCode) => `\`${number} ${name}\``;

const major = (kind: ContractChange['kind'], code: SnapshotCode, text: string): ContractChange => ({
  kind,
  level: 'major',
  code,
  text,
});

const minor = (kind: ContractChange['kind'], code: SnapshotCode, text: string): ContractChange => ({
  kind,
  level: 'minor',
  code,
  text,
});
