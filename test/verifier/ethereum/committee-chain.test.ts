import { readFileSync } from 'node:fs';
import { hexToBytes } from '@noble/curves/utils.js';
import { afterEach, expect, test } from 'vitest';
import { createBeaconClient } from '../../../verifier/ethereum/beacon-client.ts';
import { prepareCommittee } from '../../../verifier/ethereum/prepared-committee.ts';
import { committeePeriodOf } from '../../../verifier/ethereum/slots.ts';
import type { Update } from '../../../verifier/ethereum/update.ts';
import { verifyBootstrap } from '../../../verifier/ethereum/verify-bootstrap.ts';
import { verifyUpdate } from '../../../verifier/ethereum/verify-update.ts';
import { head, json, type LoopbackBeacon, loopbackBeacon, SOUND } from './loopback-beacon.ts';

const FILE = JSON.parse(
  readFileSync(new URL('../../../verifier/vectors/light-client-update.json', import.meta.url), 'utf8'),
);
const GENESIS = hexToBytes(FILE.genesis_validators_root.slice(2));
const NETWORK = {
  genesisValidatorsRoot: GENESIS,
  genesisSeconds: 0,
  electraEpoch: BigInt(FILE.electra_epoch),
  gloasEpoch: BigInt(FILE.gloas_epoch),
};
const byId = (list: { id: string }[], id: string) => list.find((entry) => entry.id === id) as never as Entry;
type Entry = { current_slot: string; update: object; bootstrap: object; trusted_block_root: string };

const electra = byId(FILE.updates, 'electra');
const forged = byId(FILE.updates, 'other-network');
const bootstrap = byId(FILE.bootstraps, 'bootstrap-electra');

const serving = (update: object) => ({
  ...SOUND,
  genesis: json({ data: { genesis_validators_root: FILE.genesis_validators_root } }),
  head: head(Number(electra.current_slot)),
  fork: json({ data: FILE.fork }),
  bootstrap: json({ data: { ...bootstrap.bootstrap, current_sync_committee: FILE.committee } }),
  updates: json([{ data: { ...update, next_sync_committee: FILE.committee } }]),
});

const servers: LoopbackBeacon[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ close }) => close()));
});

test('from one trusted block to a verified update, past an endpoint that serves a forged one', async () => {
  servers.push(await loopbackBeacon('liar', serving(forged.update)));
  servers.push(await loopbackBeacon('second', serving(electra.update)));
  servers.push(await loopbackBeacon('third', serving(electra.update)));
  const client = createBeaconClient({
    endpoints: servers as never,
    network: NETWORK,
    transport: { fetch, deadline: AbortSignal.timeout, timeoutMs: 2_000, maxBytes: 300_000 },
    now: () => Number(electra.current_slot) * 12_000,
    staleAfterSlots: 5,
  });
  const block = hexToBytes(bootstrap.trusted_block_root.slice(2));
  const start = await client.readBootstrap(
    block,
    (one) => verifyBootstrap(one, block, NETWORK) === 'verified',
  );
  const fork = await client.readFork('head');
  if (!start.ok || !fork.ok) throw new Error('the chain has no beginning');

  const period = committeePeriodOf(start.value.header.slot);
  const committee = prepareCommittee(start.value.committee.keys);
  const context = {
    network: NETWORK,
    fork: fork.value,
    committee,
    period,
    currentSlot: client.currentSlot(),
  };
  const codes: string[] = [];
  const update = await client.readUpdate(period, (one: Update) => {
    codes.push(verifyUpdate(one, context));
    return codes.at(-1) === 'verified';
  });
  expect(codes).toEqual(['invalid', 'verified']);
  expect(update).toMatchObject({
    ok: true,
    from: ['second'],
    failures: [{ endpoint: 'liar', class: 'unexplained' }],
  });
});
