import { type Decoder, field, list } from '../json-fields.ts';
import { type Attribution, attributeError } from '../solana/error-attribution.ts';
import type { Check, Verdict } from '../verdict.ts';

/** More entries than the runtime writes for one transaction. */
export const MOST_LOG_ENTRIES = 10_000;

/** `{ logs }`: the log entries of one transaction, as the RPC returns them. */
export const programErrorRequest: Decoder<Check> = (value, at) => {
  const logs = field(
    value,
    at,
    'logs',
    list<unknown>((entry) => entry, MOST_LOG_ENTRIES),
  );
  return () => {
    const attribution = attributeError(logs);
    return { name: attribution.name, ...refusalFacts(attribution) };
  };
};

/** Which program said no, and with what. */
export function refusalFacts(refusal: Attribution | null): Pick<Verdict, 'facts' | 'error'> {
  if (refusal === null || refusal.reason === null) return { facts: {} };
  const { error, path, reason } = refusal;
  const facts = { refusal: error === null ? reason : `error ${error.code}`, 'refused by': path.at(-1) ?? '' };
  return error === null ? { facts } : { facts, error };
}
