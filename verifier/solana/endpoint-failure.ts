/** One RPC endpoint. The URL may hold a key and is never shown: reports call an endpoint by its name. */
export type Endpoint = { readonly name: string; readonly url: string };

/** Why an endpoint gave no usable answer. */
export type FailureReason =
  | 'connection refused, reset or cut'
  | 'no answer in time'
  | 'rate limited'
  | 'HTTP status'
  | 'answer too large'
  | 'not JSON'
  | 'not the JSON-RPC answer to the request'
  | 'node cannot serve this read now';

export type EndpointFailure = {
  readonly endpoint: string;
  readonly reason: FailureReason;
  /** The HTTP status or the JSON-RPC error code, where the reason has one. */
  readonly status?: number;
};

/** Thrown when no endpoint that may be asked gave a usable answer. */
export class NoEndpointAnswered extends Error {
  readonly failures: readonly EndpointFailure[];
  /** A send that got no answer may have been carried out all the same. */
  readonly outcomeUnknown: boolean;

  constructor(failures: readonly EndpointFailure[], outcomeUnknown: boolean) {
    const said = failures.map(describeFailure).join('; ');
    super(
      outcomeUnknown
        ? `the send got no answer and may have been carried out: ${said}`
        : `no endpoint answered: ${said}`,
    );
    this.name = 'NoEndpointAnswered';
    this.failures = failures;
    this.outcomeUnknown = outcomeUnknown;
  }
}

export function describeFailure({ endpoint, reason, status }: EndpointFailure): string {
  return status === undefined ? `${endpoint}: ${reason}` : `${endpoint}: ${reason} ${status}`;
}
