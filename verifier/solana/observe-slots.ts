import type { Connection } from '@solana/web3.js';
import { ask, u64 } from './ask.ts';
import type { SlotReport } from './slot-age.ts';

export type SlotSource = {
  readonly endpoint: string;
  /** What tells endpoints apart: the origin of the URL. */
  readonly origin: string;
  /** A connection to this endpoint alone: with a failover behind it, one endpoint could answer for two. */
  readonly chain: Pick<Connection, 'getSlot'>;
};

/** Asks every endpoint for its newest slot, at once, at `processed` commitment. */
export function observeSlots(sources: readonly SlotSource[]): Promise<SlotReport[]> {
  return Promise.all(
    sources.map(async ({ endpoint, origin, chain }) => {
      const asked = await ask(async () => u64(await chain.getSlot('processed')));
      return 'value' in asked
        ? { endpoint, origin, slot: asked.value }
        : { endpoint, origin, unavailable: asked.unavailable };
    }),
  );
}
