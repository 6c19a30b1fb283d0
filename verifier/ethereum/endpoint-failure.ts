import type { FailureClass } from './failure-classes.ts';

/** What was seen of one endpoint; never text that the endpoint sent, and never its URL, which may hold a key. */
export type FailureReason =
  | 'deny-header'
  | 'allowlist-notice'
  | 'timeout'
  | 'connection'
  | 'server-error'
  | 'rate-limited'
  | 'paused-after-rate-limit'
  | 'client-error'
  | 'redirect'
  | 'oversized'
  | 'not-json'
  | 'unexpected-shape'
  | 'refused-by-verifier'
  | 'unauthorized'
  | 'forbidden'
  | 'other-genesis'
  | 'behind'
  | 'ahead-of-clock';

export type EndpointFailure = {
  readonly endpoint: string;
  readonly class: FailureClass;
  readonly reason: FailureReason;
  /** The HTTP status, where one was received. */
  readonly status?: number;
  /** How long a rate limit asks to wait, where it says so in seconds. */
  readonly retryAfterSeconds?: number;
};

/** A failure before it is known which endpoint it is told of. */
export type Failure = Omit<EndpointFailure, 'endpoint'>;
