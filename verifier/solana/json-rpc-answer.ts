import type { FailureReason } from './endpoint-failure.ts';
import { isRead } from './rpc-methods.ts';

export type JsonRpcRequest = {
  /** False as soon as one call of a batch is not a read. */
  readonly readsOnly: boolean;
  readonly batch: boolean;
  readonly ids: readonly unknown[];
};

/**
 * JSON-RPC errors that say something about this NODE (behind, pruned, without the index), not about the
 * request: solana-rpc-client-api `custom_error.rs`, and -32603 internal error.
 */
const NODE_ERRORS: ReadonlySet<unknown> = new Set([
  -32001, -32004, -32005, -32008, -32010, -32011, -32012, -32014, -32016, -32019, -32603,
]);

export function readRequest(body: string): JsonRpcRequest {
  const parsed: unknown = JSON.parse(body);
  const calls = (Array.isArray(parsed) ? parsed : [parsed]) as { id: unknown; method: unknown }[];
  return {
    readsOnly: calls.every((call) => isRead(call.method)),
    batch: Array.isArray(parsed),
    ids: calls.map((call) => call.id),
  };
}

/** Null when `text` answers the request; otherwise what is wrong with it. */
export function faultOf(
  text: string,
  request: JsonRpcRequest,
): { reason: FailureReason; status?: number } | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { reason: 'not JSON' };
  }
  if (Array.isArray(parsed) !== request.batch) return { reason: 'not the JSON-RPC answer to the request' };
  const answers: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  const ids = new Set(answers.map((answer) => (isAnswer(answer) ? answer.id : undefined)));
  if (answers.length !== request.ids.length || !request.ids.every((id) => ids.has(id))) {
    return { reason: 'not the JSON-RPC answer to the request' };
  }
  // For a send such an error is the answer: nobody else will be asked.
  if (!request.readsOnly) return null;
  const code = answers.map((answer) => (answer as Answer).error?.code).find((code) => NODE_ERRORS.has(code));
  return code === undefined ? null : { reason: 'node cannot serve this read now', status: code };
}

type Answer = { readonly id: unknown; readonly error?: { readonly code: number } };

/** JSON-RPC 2.0 section 5: version, id, and exactly one of result and error. */
function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false;
  const { jsonrpc, result, error } = value as Record<string, unknown>;
  if (jsonrpc !== '2.0' || (result === undefined) === (error === undefined)) return false;
  return error === undefined || typeof (error as { code?: unknown } | null)?.code === 'number';
}
