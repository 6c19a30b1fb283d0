import * as Flags from '@oclif/core/flags';
import type { Connection } from '@solana/web3.js';
import { describeFailure } from '../../verifier/solana/endpoint-failure.ts';
import { OperatorError } from '../operator-error.ts';
import { endpointsOf, type NamedUrl } from './endpoints.ts';
import { quietly } from './quietly.ts';
import { timeoutFlag } from './timeout-flag.ts';

export const rpcFlags = {
  rpc: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    helpValue: '[NAME=]URL',
    summary: 'A Solana RPC endpoint, the primary first; again for a fallback. Or DRILLBOOK_RPC.',
  }),
  ...timeoutFlag,
};

type RpcFlags = { readonly rpc?: string[] | undefined; readonly timeout: number };

/** A chain that was opened, and what failed so far; every endpoint is told once with each reason. */
export interface OpenChain {
  readonly chain: Connection;
  readonly failures: ReadonlySet<string>;
}

/** The largest answer: an account of 10 MiB in base64. */
const MAX_BYTES = 16 * 1024 * 1024;

export const rpcEndpoints = ({ rpc }: RpcFlags): NamedUrl[] => endpointsOf('rpc', rpc, 'DRILLBOOK_RPC');

/** A connection over these endpoints that only reads: reads go on to the next one, and nothing is ever sent. */
export async function openChain(endpoints: readonly NamedUrl[], { timeout }: RpcFlags): Promise<OpenChain> {
  const [primary, ...fallbacks] = endpoints;
  if (!primary) {
    throw new OperatorError('there is no endpoint to ask', {
      hint: 'name one with --rpc URL, or in DRILLBOOK_RPC',
    });
  }
  const failures = new Set<string>();
  const { connect } = await import('../../verifier/solana/connect.ts');
  const chain = await quietly(() =>
    connect({
      endpoints: [primary, ...fallbacks],
      fetch,
      deadline: (ms) => AbortSignal.timeout(ms),
      timeoutMs: timeout * 1_000,
      maxBytes: MAX_BYTES,
      onFailure: (failure) => failures.add(describeFailure(failure)),
    }),
  );
  return { chain, failures };
}
