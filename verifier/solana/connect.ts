import type { Connection } from '@solana/web3.js';
import { type Failover, failoverFetch } from './failover-fetch.ts';

/**
 * A web3.js `Connection` whose every request goes through `failoverFetch`. web3.js is loaded here, on first
 * use: it costs 80 to 130 ms that commands without a chain must not pay.
 */
export async function connect(options: Failover): Promise<Connection> {
  const { Connection } = await import('@solana/web3.js');
  return new Connection(options.endpoints[0].url, {
    fetch: failoverFetch(options),
    httpAgent: false,
    disableRetryOnRateLimit: true,
  });
}
