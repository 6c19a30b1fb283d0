import { FRONT_METHODS } from './front-methods.ts';
import { RefusedRequest } from './refused-request.ts';
import type { Vm } from './vm.ts';

/**
 * Answers one JSON-RPC request body for the machine as a node would, as far as web3.js `Connection` and the
 * checks of this room ask: enough to try the `verify` commands against a rehearsal. Never throws for what it
 * is sent.
 */
export function answerJsonRpc(vm: Vm, body: string): string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return JSON.stringify(refusal(null, new RefusedRequest(-32700, 'Parse error')));
  }
  const answer = Array.isArray(parsed) ? parsed.map((call) => answerCall(vm, call)) : answerCall(vm, parsed);
  return JSON.stringify(answer, (_key, value) => (typeof value === 'bigint' ? Number(value) : value));
}

function answerCall(vm: Vm, call: unknown): object {
  const {
    id = null,
    method,
    params = [],
  } = (call ?? {}) as { id?: unknown; method?: unknown; params?: unknown };
  try {
    if (typeof method !== 'string' || !Array.isArray(params))
      throw new RefusedRequest(-32600, 'Invalid request');
    if (!Object.hasOwn(FRONT_METHODS, method)) throw new RefusedRequest(-32601, 'Method not found');
    return { jsonrpc: '2.0', id, result: FRONT_METHODS[method as keyof typeof FRONT_METHODS](vm, params) };
  } catch (error) {
    if (error instanceof RefusedRequest) return refusal(id, error);
    throw error;
  }
}

function refusal(id: unknown, { code, message, data }: RefusedRequest): object {
  return { jsonrpc: '2.0', id, error: { code, message, data } };
}
