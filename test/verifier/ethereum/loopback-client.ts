import { onTestFinished } from 'vitest';
import { type BeaconClient, createBeaconClient } from '../../../verifier/ethereum/beacon-client.ts';
import { NETWORKS } from '../../../verifier/ethereum/networks.ts';
import { type Behaviour, HEAD_SLOT, type LoopbackBeacon, loopbackBeacon } from './loopback-beacon.ts';

/** The servers of the running test, in the order of the behaviours that it asked for. */
export const servers: LoopbackBeacon[] = [];

/** Five seconds into the slot of the servers' head; a test may move it. */
export const clock = { unixMs: (NETWORKS.mainnet.genesisSeconds + HEAD_SLOT * 12 + 5) * 1_000 };

/** A client of real servers on loopback, named a, b, c and so on. */
export async function clientOf(...behaviours: Partial<Behaviour>[]): Promise<BeaconClient> {
  const started = await Promise.all(
    behaviours.map((one, index) => loopbackBeacon('abcdef'[index] as string, one)),
  );
  servers.push(...started);
  onTestFinished(async () => {
    await Promise.all(servers.splice(0).map(({ close }) => close()));
  });
  return createBeaconClient({
    endpoints: started as unknown as [LoopbackBeacon, LoopbackBeacon, LoopbackBeacon],
    network: NETWORKS.mainnet,
    transport: { fetch, deadline: AbortSignal.timeout, timeoutMs: 400, maxBytes: 300_000 },
    now: () => clock.unixMs,
    staleAfterSlots: 5,
  });
}
