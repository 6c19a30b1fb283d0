import { type Attribution, attributeError, type ProgramError } from './error-attribution.ts';
import type { HaltCode } from './halt-codes.ts';

/** What `simulateTransaction` returned for one transaction. */
export type Simulation = {
  readonly slot: bigint;
  /** The RPC's `err`: null when the transaction would succeed. */
  readonly err: unknown;
  readonly logs: readonly unknown[];
};

export type TransferObservation = {
  /** Index of the one instruction that transfers the mint in question; null without one. */
  readonly transferIndex: number | null;
  /** Null when no endpoint simulated it. */
  readonly simulation: Simulation | null;
};

export type HaltVerdict = {
  readonly name: HaltCode;
  /** Why the transfer was refused; null when it passed or was not simulated. */
  readonly refusal: Attribution | null;
};

/**
 * Are transfers of a mint refused? A simulated test transfer must be refused with one of the expected errors,
 * matched by (program, code), by its transfer instruction and no other. Any other failure (no balance, stale
 * oracle, unknown payer) proves nothing.
 *
 * Leaves to its caller: a test transfer that would pass if nothing were halted.
 */
export function checkHalt(
  { transferIndex, simulation }: TransferObservation,
  expected: readonly ProgramError[],
): HaltVerdict {
  if (transferIndex === null) return { name: 'not-a-transfer', refusal: null };
  if (simulation === null) return { name: 'not-simulated', refusal: null };
  if (simulation.err === null) return { name: 'not-halted', refusal: null };
  const refusal = attributeError(simulation.logs);
  const isRefused = isExpected(refusal, simulation.err, transferIndex, expected);
  return { name: isRefused ? 'halted' : 'refused-otherwise', refusal };
}

/** Logs name the program, `err` names the instruction; both name the code, and must agree. */
function isExpected(
  { error }: Attribution,
  err: unknown,
  transferIndex: number,
  expected: readonly ProgramError[],
): boolean {
  const told = instructionError(err);
  if (error === null || told === null) return false;
  if (told.index !== transferIndex || told.code !== error.code) return false;
  return expected.some(({ program, code }) => program === error.program && code === error.code);
}

/** Reads `{"InstructionError": [index, {"Custom": code}]}`; null for every other error. */
function instructionError(err: unknown): { index: unknown; code: unknown } | null {
  const pair = property(err, 'InstructionError');
  if (!Array.isArray(pair) || pair.length !== 2) return null;
  return { index: pair[0], code: property(pair[1], 'Custom') };
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
