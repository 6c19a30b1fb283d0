import { boundedBody } from '../bounded-body.ts';
import { type Endpoint, type EndpointFailure, NoEndpointAnswered } from './endpoint-failure.ts';
import { faultOf, type JsonRpcRequest, readRequest } from './json-rpc-answer.ts';

export type Failover = {
  /** In order of preference: the primary first. */
  readonly endpoints: readonly [Endpoint, ...Endpoint[]];
  readonly fetch: typeof globalThis.fetch;
  /** A signal that aborts after so many milliseconds (`AbortSignal.timeout`). */
  readonly deadline: (ms: number) => AbortSignal;
  /** For one endpoint, from the request to the last byte of its answer. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Told of every failure at once, so that a failover is noticed and not merely survived. */
  readonly onFailure: (failure: EndpointFailure) => void;
};

/**
 * A `fetch` for JSON-RPC over several endpoints. Reads go to the next endpoint when one fails; a send goes to
 * the primary alone and exactly once, because an answer that got lost does not undo a transaction. The URL it
 * is called with is ignored. Throws `NoEndpointAnswered`.
 */
export function failoverFetch(options: Failover) {
  return async (_url: unknown, init?: { readonly body?: unknown }): Promise<Response> => {
    const body = String(init?.body);
    const request = readRequest(body);
    const asked = request.readsOnly ? options.endpoints : options.endpoints.slice(0, 1);
    const failures: EndpointFailure[] = [];
    for (const endpoint of asked) {
      const answer = await askEndpoint(endpoint, body, request, options);
      if (typeof answer === 'string') return new Response(answer);
      failures.push(answer);
      options.onFailure(answer);
    }
    throw new NoEndpointAnswered(failures, !request.readsOnly);
  };
}

/** The text of a valid answer, or the failure of this endpoint. */
async function askEndpoint(
  { name, url }: Endpoint,
  body: string,
  request: JsonRpcRequest,
  options: Failover,
): Promise<string | EndpointFailure> {
  const signal = options.deadline(options.timeoutMs);
  let response: Response;
  let text: string | undefined;
  try {
    const headers = { 'content-type': 'application/json' };
    // A redirect could carry the request, and its key, to a host nobody configured.
    response = await options.fetch(url, { method: 'POST', body, headers, signal, redirect: 'manual' });
    text = await boundedBody(response.body, options.maxBytes);
  } catch {
    return {
      endpoint: name,
      reason: signal.aborted ? 'no answer in time' : 'connection refused, reset or cut',
    };
  }
  if (response.status === 429) return { endpoint: name, reason: 'rate limited', status: 429 };
  if (!response.ok) return { endpoint: name, reason: 'HTTP status', status: response.status };
  if (text === undefined) return { endpoint: name, reason: 'answer too large' };
  const fault = faultOf(text, request);
  return fault === null ? text : { endpoint: name, ...fault };
}
