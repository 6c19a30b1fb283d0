import type { Failure } from './endpoint-failure.ts';

/** An HTTP answer as far as it matters here. */
export type HttpAnswer = {
  readonly status: number;
  /** The header `x-deny-reason`. */
  readonly denyReason: string | null;
  /** The header `retry-after`. */
  readonly retryAfter: string | null;
  /** `undefined` where the body was larger than allowed. */
  readonly body: string | undefined;
};

export type JsonAnswer = { readonly json: unknown };

/** What an egress proxy writes instead of an answer. */
const ALLOWLIST_NOTICE = /^\s*host not in allowlist/i;
const LONGEST_NOTICE = 200;

/**
 * Tells a usable answer from a failure, and the classes of failure apart. Only deny evidence proves a
 * sandbox-class failure, the header `x-deny-reason` or the allowlist notice as the body: a body that is
 * not JSON looks the same in an outage, and a bare 403 may be a credential.
 */
export function classifyAnswer(answer: HttpAnswer): JsonAnswer | Failure {
  return denial(answer) ?? statusFailure(answer) ?? parsed(answer);
}

function denial({ status, denyReason, body }: HttpAnswer): Failure | undefined {
  if (denyReason !== null) return { class: 'sandbox', reason: 'deny-header', status };
  const isNotice = body !== undefined && body.length <= LONGEST_NOTICE && ALLOWLIST_NOTICE.test(body);
  return isNotice ? { class: 'sandbox', reason: 'allowlist-notice', status } : undefined;
}

function statusFailure({ status, retryAfter }: HttpAnswer): Failure | undefined {
  if (status === 401 || status === 407) return { class: 'credential', reason: 'unauthorized', status };
  if (status === 403) return { class: 'credential', reason: 'forbidden', status };
  if (status === 429)
    return { class: 'endpoint-outage', reason: 'rate-limited', status, ...waiting(retryAfter) };
  if (status >= 500)
    return { class: 'endpoint-outage', reason: 'server-error', status, ...waiting(retryAfter) };
  if (status >= 400) return { class: 'endpoint-outage', reason: 'client-error', status };
  // Following it could carry a key in the URL to a host that nobody configured.
  if (status >= 300) return { class: 'endpoint-outage', reason: 'redirect', status };
  return undefined;
}

function parsed({ status, body }: HttpAnswer): JsonAnswer | Failure {
  if (body === undefined) return { class: 'endpoint-outage', reason: 'oversized', status };
  try {
    return { json: JSON.parse(body) };
  } catch {
    return { class: 'endpoint-outage', reason: 'not-json', status };
  }
}

/** RFC 9110, section 10.2.3, in its form in seconds; a date would need a clock that agrees with the server's. */
function waiting(retryAfter: string | null): Pick<Failure, 'retryAfterSeconds'> {
  return retryAfter !== null && /^[0-9]{1,9}$/.test(retryAfter)
    ? { retryAfterSeconds: Number(retryAfter) }
    : {};
}
