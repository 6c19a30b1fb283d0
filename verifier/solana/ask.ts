import { NoEndpointAnswered } from './endpoint-failure.ts';

/** An answer of the chain, or why there is none; the reason never quotes what an endpoint sent. */
export type Asked<Value> = { readonly value: Value } | { readonly unavailable: string };

/**
 * Asks the chain once. web3.js throws for everything that can go wrong with an answer; here that becomes a
 * value, because an endpoint that fails or lies is an expected event. `call` holds the request and the
 * reading of its answer, nothing else.
 */
export async function ask<Value>(call: () => Promise<Value>): Promise<Asked<Value>> {
  try {
    return { value: await call() };
  } catch (error) {
    return { unavailable: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof NoEndpointAnswered) return error.message;
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (Number.isInteger(code)) return `the endpoint answered with JSON-RPC error ${code}`;
  return 'the endpoint answered with something else than the method returns';
}

/** A JSON number as u64; throws for what no u64 can be, so that `ask` reports it. */
export function u64(value: number): bigint {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** 64)
    throw new RangeError('not an unsigned integer');
  return BigInt(value);
}
