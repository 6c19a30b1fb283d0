import * as Flags from '@oclif/core/flags';
import { type BeaconClient, createBeaconClient } from '../../verifier/ethereum/beacon-client.ts';
import type { EndpointFailure } from '../../verifier/ethereum/endpoint-failure.ts';
import type { Network } from '../../verifier/ethereum/networks.ts';
import { OperatorError } from '../operator-error.ts';
import { endpointsOf } from './endpoints.ts';
import { timeoutFlag } from './timeout-flag.ts';

export const beaconFlags = {
  beacon: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    helpValue: '[NAME=]URL',
    summary: 'A beacon endpoint; at least three, of independent providers. Or DRILLBOOK_BEACON.',
  }),
  'stale-after': Flags.integer({
    helpValue: 'SLOTS',
    min: 0,
    default: 8,
    summary: 'A head further from now than this is stale.',
  }),
  ...timeoutFlag,
};

type BeaconFlags = {
  readonly beacon?: string[] | undefined;
  readonly 'stale-after': number;
  readonly timeout: number;
};

/** An update with two committees of 512 keys has about 120 kB. */
const MAX_BYTES = 4 * 1024 * 1024;

export const beaconEndpoints = ({ beacon }: BeaconFlags) => endpointsOf('beacon', beacon, 'DRILLBOOK_BEACON');

export function openBeacon(flags: BeaconFlags, network: Network): BeaconClient {
  const [first, second, third, ...more] = beaconEndpoints(flags);
  if (!first || !second || !third) {
    throw new OperatorError('fewer than three beacon endpoints were named', {
      hint: 'two against one settles nothing, so name at least three: --beacon URL --beacon URL --beacon URL',
    });
  }
  return createBeaconClient({
    endpoints: [first, second, third, ...more],
    network,
    transport: {
      fetch,
      deadline: (ms) => AbortSignal.timeout(ms),
      timeoutMs: flags.timeout * 1_000,
      maxBytes: MAX_BYTES,
    },
    now: Date.now,
    staleAfterSlots: flags['stale-after'],
  });
}

export function describeBeaconFailure({
  endpoint,
  class: kind,
  reason,
  status,
  retryAfterSeconds,
}: EndpointFailure) {
  const http = status === undefined ? '' : `, HTTP ${status}`;
  const wait = retryAfterSeconds === undefined ? '' : `, asks to wait ${retryAfterSeconds}s`;
  return `${endpoint}: ${kind}, ${reason.replaceAll('-', ' ')}${http}${wait}`;
}
