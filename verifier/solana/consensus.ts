import type { ConsensusCode } from './consensus-codes.ts';

/**
 * What one source said about the balance, in base units of the mint. `identity` is what makes it that source
 * (its public key, its origin): two names with one identity are one source, and so is one name with two
 * identities.
 */
export type BalanceReport = { readonly source: string; readonly identity: string } & (
  | { readonly balance: bigint }
  | { readonly unavailable: string }
);

export type Consensus = {
  readonly name: ConsensusCode;
  /** The balance that two or more sources state; null without one. */
  readonly balance: bigint | null;
  /** Sources by name: those that state `balance`, and those that state something else. */
  readonly agreeing: readonly string[];
  readonly disagreeing: readonly { readonly source: string; readonly balance: bigint }[];
  /** Sources that stated two balances at once: they count for none. */
  readonly contradicting: readonly string[];
  readonly unavailable: readonly { readonly source: string; readonly reason: string }[];
};

/** Two of three, sheet "Custody Discrepancy": one source that lies, or is silent, decides nothing. */
const QUORUM = 2;

/**
 * Compares what distinct sources state with the supply found on chain. A source heard twice counts once; one
 * that contradicts itself counts for nothing. With four sources or more, two pairs that disagree are a
 * `split`.
 *
 * Leaves to its caller: that each report is authentic and fresh (a stale one is `unavailable`), and that the
 * sources are independent of each other.
 */
export function consensus(reports: readonly BalanceReport[], supply: bigint): Consensus {
  const sources = distinctSources(reports).map(statementOf);
  const stated = sources.filter((source) => source.kind === 'stated');
  const balance = quorumBalance(stated.map((source) => source.balance));
  return {
    name: nameOf(stated.length, balance, supply),
    balance,
    agreeing: stated.filter((source) => source.balance === balance).map((source) => source.source),
    disagreeing: stated
      .filter((source) => source.balance !== balance)
      .map(({ source, balance }) => ({ source, balance })),
    contradicting: sources.filter((source) => source.kind === 'contradicting').map((source) => source.source),
    unavailable: sources
      .filter((source) => source.kind === 'unavailable')
      .map(({ source, reason }) => ({ source, reason })),
  };
}

function nameOf(stated: number, balance: bigint | null, supply: bigint): ConsensusCode {
  if (stated < QUORUM) return 'too-few-sources';
  if (balance === null) return 'split';
  return balance === supply ? 'agreed' : 'discrepancy';
}

/** The one balance stated by a quorum; null when there is none, or when two quorums contradict each other. */
function quorumBalance(balances: readonly bigint[]): bigint | null {
  const candidates = [...new Set(balances)].filter(
    (value) => balances.filter((balance) => balance === value).length >= QUORUM,
  );
  return candidates.length === 1 ? (candidates[0] as bigint) : null;
}

/** Groups reports that share a name or an identity, chains of sharing included. */
function distinctSources(reports: readonly BalanceReport[]): BalanceReport[][] {
  let groups: BalanceReport[][] = [];
  for (const report of reports) {
    const same = (other: BalanceReport) =>
      other.source === report.source || other.identity === report.identity;
    const [joined, apart] = [
      groups.filter((group) => group.some(same)),
      groups.filter((group) => !group.some(same)),
    ];
    groups = [...apart, [...joined.flat(), report]];
  }
  return groups;
}

type Statement = { readonly source: string } & (
  | { readonly kind: 'stated'; readonly balance: bigint }
  | { readonly kind: 'contradicting' }
  | { readonly kind: 'unavailable'; readonly reason: string }
);

function statementOf(group: readonly BalanceReport[]): Statement {
  const source = [...new Set(group.map((report) => report.source))].join(' = ');
  const balances = new Set(group.flatMap((report) => ('balance' in report ? [report.balance] : [])));
  const [balance] = balances;
  if (balances.size > 1) return { source, kind: 'contradicting' };
  if (balance !== undefined) return { source, kind: 'stated', balance };
  const reasons = group.flatMap((report) => ('unavailable' in report ? [report.unavailable] : []));
  return { source, kind: 'unavailable', reason: [...new Set(reasons)].join('; ') };
}
