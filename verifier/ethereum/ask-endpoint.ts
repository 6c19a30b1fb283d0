import { boundedBody } from '../bounded-body.ts';
import { type Decoder, decoding } from '../json-fields.ts';
import { classifyAnswer, type HttpAnswer } from './classify-answer.ts';
import type { Failure } from './endpoint-failure.ts';

/** One beacon node. The URL may hold a key and is never shown: reports call an endpoint by its name. */
export type Endpoint = {
  readonly name: string;
  /** Base URL, without the path `/eth/...`. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** How an endpoint is reached: everything that this room may not do by itself. */
export type Transport = {
  readonly fetch: typeof globalThis.fetch;
  /** A signal that aborts after so many milliseconds (`AbortSignal.timeout`). */
  readonly deadline: (ms: number) => AbortSignal;
  /** For one request, from its start to the last byte of its answer. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
};

export type Asked<T> = { readonly value: T } | Failure;

/** What came back, or how the connection failed. */
export type Received = HttpAnswer | Failure;

/** The document in what came back, or what is wrong with it. */
export function readReceived<T>(received: Received, decoder: Decoder<T>): Asked<T> {
  if ('class' in received) return received;
  const classified = classifyAnswer(received);
  if ('class' in classified) return classified;
  const decoded = decoding(decoder, classified.json);
  if (decoded.ok) return { value: decoded.value };
  return { class: 'endpoint-outage', reason: 'unexpected-shape', status: received.status };
}

/** Asks for one path of the Beacon API. Never throws and never waits longer than the deadline. */
export async function askEndpoint(endpoint: Endpoint, path: string, transport: Transport): Promise<Received> {
  const signal = transport.deadline(transport.timeoutMs);
  const headers = { accept: 'application/json', ...endpoint.headers };
  try {
    const response = await transport.fetch(urlOf(endpoint, path), { headers, signal, redirect: 'manual' });
    return {
      status: response.status,
      denyReason: response.headers.get('x-deny-reason'),
      retryAfter: response.headers.get('retry-after'),
      body: await boundedBody(response.body, transport.maxBytes),
    };
  } catch {
    return { class: 'endpoint-outage', reason: signal.aborted ? 'timeout' : 'connection' };
  }
}

/** A key may stand in the query of the base URL: it stays there, behind the path and before the path's own query. */
function urlOf({ url }: Endpoint, path: string): string {
  const [bare, ownQuery = ''] = url.split(/\?(.*)/s) as [string, string?];
  const [place, query = ''] = path.split('?') as [string, string?];
  const both = [ownQuery, query].filter((part) => part !== '').join('&');
  return bare.replace(/\/+$/, '') + place + (both === '' ? '' : `?${both}`);
}
