import { observeSlots } from '../../verifier/solana/observe-slots.ts';
import type { SlotReport } from '../../verifier/solana/slot-age.ts';
import type { NamedUrl } from './endpoints.ts';
import { openChain } from './rpc.ts';

/** The newest slot of each endpoint, every one over a connection of its own, so that none can answer for another. */
export async function askSlots(
  endpoints: readonly NamedUrl[],
  flags: { readonly timeout: number },
): Promise<{ readonly slots: SlotReport[]; readonly failures: readonly string[] }> {
  const opened = await Promise.all(endpoints.map((endpoint) => openChain([endpoint], flags)));
  const slots = await observeSlots(
    endpoints.map(({ name, origin }, index) => ({
      endpoint: name,
      origin,
      chain: (opened[index] as (typeof opened)[number]).chain,
    })),
  );
  return { slots, failures: opened.flatMap(({ failures }) => [...failures]) };
}
