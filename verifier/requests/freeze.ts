import { type Decoder, field, flag, orNull } from '../json-fields.ts';
import type { ProgramError } from '../solana/error-attribution.ts';
import { checkFreeze, type FreezeObservation } from '../solana/freeze-check.ts';
import type { Check, Verdict } from '../verdict.ts';
import { expectedErrors, transferFacts, transferObservation } from './halt.ts';

/** `{ transfer_index, simulation, paused, expected }`. */
export const freezeRequest: Decoder<Check> = (value, at) => {
  const seen = {
    ...transferObservation(value, at),
    paused: field(value, at, 'paused', orNull(flag)),
  };
  const expected = expectedErrors(value, at);
  return () => freezeVerdict(seen, expected);
};

export function freezeVerdict(seen: FreezeObservation, expected: readonly ProgramError[]): Verdict {
  const { name, refusal } = checkFreeze(seen, expected);
  const { facts, ...error } = transferFacts(seen, expected, refusal);
  const paused = seen.paused === null ? 'could not be read' : seen.paused ? 'set' : 'not set';
  return { name, facts: { 'paused flag': paused, ...facts }, ...error };
}
