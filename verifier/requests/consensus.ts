import { type Decoder, field, has, list, text, uint64 } from '../json-fields.ts';
import { type BalanceReport, consensus } from '../solana/consensus.ts';
import type { Check, Verdict } from '../verdict.ts';

/** More sources than any procedure names. */
const MOST_SOURCES = 100;

/** `{ supply, reports }`. */
export const consensusRequest: Decoder<Check> = (value, at) => {
  const supply = field(value, at, 'supply', uint64);
  const reports = balanceReportsOf(value, at);
  return () => consensusVerdict(reports, supply);
};

/** `reports: [{ source, identity, balance } or { source, identity, unavailable }]`, base units of the mint. */
export const balanceReportsOf: Decoder<BalanceReport[]> = (value, at) =>
  field(value, at, 'reports', list(balanceReport, MOST_SOURCES));

const balanceReport: Decoder<BalanceReport> = (value, at) => {
  const who = { source: field(value, at, 'source', text), identity: field(value, at, 'identity', text) };
  return has(value, at, 'unavailable')
    ? { ...who, unavailable: field(value, at, 'unavailable', text) }
    : { ...who, balance: field(value, at, 'balance', uint64) };
};

export function consensusVerdict(reports: readonly BalanceReport[], supply: bigint): Verdict {
  const { name, balance, agreeing, disagreeing, contradicting, unavailable } = consensus(reports, supply);
  const facts: Record<string, string> = {
    'supply on chain': String(supply),
    'agreed balance': balance === null ? 'none' : `${balance}, stated by ${agreeing.join(', ')}`,
  };
  if (balance !== null && balance !== supply) facts['difference'] = String(balance - supply);
  if (disagreeing.length > 0)
    facts['otherwise'] = disagreeing.map((one) => `${one.source} ${one.balance}`).join(', ');
  if (contradicting.length > 0) facts['contradicting themselves'] = contradicting.join(', ');
  if (unavailable.length > 0)
    facts['silent'] = unavailable.map(({ source, reason }) => `${source} (${reason})`).join(', ');
  return { name, facts };
}
