import { type Decoder, field, integer, list, orNull, uint64 } from '../json-fields.ts';
import type { ProgramError } from '../solana/error-attribution.ts';
import { checkHalt, type Simulation, type TransferObservation } from '../solana/halt-check.ts';
import type { Check, Verdict } from '../verdict.ts';
import { address } from './base58-field.ts';
import { MOST_LOG_ENTRIES, refusalFacts } from './program-error.ts';

/** `{ transfer_index, simulation, expected }`: what a node answered to the simulated test transfer. */
export const haltRequest: Decoder<Check> = (value, at) => {
  const seen = transferObservation(value, at);
  const expected = expectedErrors(value, at);
  return () => haltVerdict(seen, expected);
};

export function haltVerdict(seen: TransferObservation, expected: readonly ProgramError[]): Verdict {
  const { name, refusal } = checkHalt(seen, expected);
  return { name, ...transferFacts(seen, expected, refusal) };
}

export function transferFacts(
  { simulation }: TransferObservation,
  expected: readonly ProgramError[],
  refusal: Parameters<typeof refusalFacts>[0],
): Pick<Verdict, 'facts' | 'error'> {
  const { facts, ...error } = refusalFacts(refusal);
  const transfer = simulation === null ? 'not simulated' : simulation.err === null ? 'passes' : 'is refused';
  const wanted = expected.map(({ program, code }) => `error ${code} of ${program}`).join(' or ');
  return {
    facts: {
      'test transfer': simulation === null ? transfer : `${transfer}, at slot ${simulation.slot}`,
      ...facts,
      expected: wanted,
    },
    ...error,
  };
}

export const transferObservation: Decoder<TransferObservation> = (value, at) => ({
  transferIndex: field(value, at, 'transfer_index', orNull(integer)),
  simulation: field(value, at, 'simulation', orNull(simulation)),
});

const simulation: Decoder<Simulation> = (value, at) => ({
  slot: field(value, at, 'slot', uint64),
  err: field<unknown>(value, at, 'err', (err) => err),
  logs: field(
    value,
    at,
    'logs',
    list<unknown>((entry) => entry, MOST_LOG_ENTRIES),
  ),
});

/** `expected: [{ program, code }]`. */
export const expectedErrors: Decoder<ProgramError[]> = (value, at) =>
  field(value, at, 'expected', list(programError, 100));

const programError: Decoder<ProgramError> = (value, at) => ({
  program: field(value, at, 'program', address),
  code: field(value, at, 'code', integer),
});
