import { readFileSync } from 'node:fs';
import { hexToBytes } from '@noble/curves/utils.js';
import { describe, expect, test } from 'vitest';
import { createBeaconClient } from '../../../verifier/ethereum/beacon-client.ts';
import { NETWORKS } from '../../../verifier/ethereum/networks.ts';
import { type Bootstrap, verifyBootstrap } from '../../../verifier/ethereum/verify-bootstrap.ts';
import { fork, json, text } from './loopback-beacon.ts';
import { clientOf, clock, servers } from './loopback-client.ts';

const OLD_FORK = fork('0x04000000', '0x05000000', '364000');

describe('a fact that does not prove itself', () => {
  test('is believed where three endpoints agree', async () => {
    const client = await clientOf({}, {}, {});
    expect(await client.readFork('head')).toEqual({
      ok: true,
      value: {
        previousVersion: hexToBytes('05000000'),
        currentVersion: hexToBytes('06000000'),
        epoch: 364000n,
      },
      from: ['a', 'b', 'c'],
      failures: [],
    });
  });

  test('is believed from two where the third is down, and the failure is told', async () => {
    const client = await clientOf({}, { fork: text('oops', 502) }, {});
    expect(await client.readFork(123n)).toMatchObject({
      ok: true,
      from: ['a', 'c'],
      failures: [{ endpoint: 'b', class: 'endpoint-outage', reason: 'server-error', status: 502 }],
    });
  });

  test('is not settled by two against one, nor by three against one', async () => {
    for (const others of [
      [{}, {}],
      [{}, {}, {}],
    ]) {
      const client = await clientOf({ fork: OLD_FORK }, ...others);
      const read = await client.readFork('head');
      expect(read).toMatchObject({ ok: false, class: 'disagreement' });
      expect(!read.ok && read.answers.map(({ endpoint }) => endpoint)).toContain('a');
    }
  });

  test('is not believed from a single source', async () => {
    const client = await clientOf({}, { genesis: text('', 503) }, { head: text('', 503) });
    expect(await client.readFork('head')).toMatchObject({ ok: false, class: 'single-source' });
  });
});

describe('where no endpoint answers', () => {
  const denied = { genesis: text('Host not in allowlist', 403, { 'x-deny-reason': 'host_not_allowed' }) };
  const down = { genesis: text('', 503) };

  test('deny evidence from all of them is a sandbox-class failure, which is no incident', async () => {
    expect(await (await clientOf(denied, denied, denied)).readFork('head')).toMatchObject({
      ok: false,
      class: 'sandbox',
    });
  });

  test('bodies that are not JSON prove nothing but an outage', async () => {
    const html = { genesis: text('<html>', 200) };
    expect(await (await clientOf(html, html, html)).readFork('head')).toMatchObject({
      class: 'endpoint-outage',
    });
  });

  test('different reasons have no common class', async () => {
    const read = await (await clientOf(denied, down, down)).readFork('head');
    expect(read).toMatchObject({ ok: false, class: 'several-causes' });
    expect(read.failures.map((failure) => failure.class)).toEqual([
      'sandbox',
      'endpoint-outage',
      'endpoint-outage',
    ]);
  });
});

test('an endpoint that asks to wait is left alone until then, and asked again after', async () => {
  const before = clock.unixMs;
  const limited = { fork: text('slow down', 429, { 'retry-after': '3' }) };
  const client = await clientOf(limited, {}, {});
  expect((await client.readFork('head')).failures).toMatchObject([
    { reason: 'rate-limited', retryAfterSeconds: 3 },
  ]);
  const asked = servers[0]?.paths.length;
  clock.unixMs += 2_000;
  expect((await client.readFork('head')).failures).toMatchObject([{ reason: 'paused-after-rate-limit' }]);
  expect(servers[0]?.paths.length).toBe(asked);
  clock.unixMs += 2_000;
  expect((await client.readFork('head')).failures).toMatchObject([{ reason: 'rate-limited' }]);
  clock.unixMs = before;
});

test('the genesis root is asked once, the head each time', async () => {
  const client = await clientOf({}, {}, {});
  await client.readFork('head');
  await client.readFork(99n);
  expect(servers[0]?.paths).toEqual([
    '/eth/v1/beacon/genesis',
    '/eth/v1/beacon/headers/head',
    '/eth/v1/beacon/states/head/fork',
    '/eth/v1/beacon/headers/head',
    '/eth/v1/beacon/states/99/fork',
  ]);
});

const FILE = JSON.parse(
  readFileSync(new URL('../../../verifier/vectors/light-client-update.json', import.meta.url), 'utf8'),
);
const updateJson = { ...FILE.updates[0].update, next_sync_committee: FILE.committee };

describe('an update proves itself', () => {
  const served = {
    updates: json([{ version: 'deneb', data: updateJson }]),
    finality: json({ data: updateJson }),
  };

  test('so the first endpoint that serves an acceptable one is enough, and those before it are told', async () => {
    const client = await clientOf({ updates: json([]) }, { updates: text('', 500) }, served);
    const read = await client.readUpdate(864n, () => true);
    expect(read).toMatchObject({ ok: true, from: ['c'] });
    expect(read.failures.map(({ reason }) => reason)).toEqual(['unexpected-shape', 'server-error']);
    expect(servers[2]?.paths.at(-1)).toBe('/eth/v1/beacon/light_client/updates?start_period=864&count=1');
  });

  test('one that the verifier refuses is a failure of its endpoint, and the next one is asked', async () => {
    const client = await clientOf(served, served, served);
    let offered = 0;
    const read = await client.readFinalityUpdate(() => ++offered === 2);
    expect(read).toMatchObject({
      ok: true,
      from: ['b'],
      failures: [{ endpoint: 'a', reason: 'refused-by-verifier' }],
    });
  });

  test('and where all are refused the failure is unexplained: it is treated as wrong output', async () => {
    const client = await clientOf(served, served, served);
    expect(await client.readFinalityUpdate(() => false)).toMatchObject({ ok: false, class: 'unexplained' });
  });
});

test('a bootstrap is asked for by the root of the trusted block', async () => {
  const [{ bootstrap, trusted_block_root: root }] = FILE.bootstraps;
  const served = json({ data: { ...bootstrap, current_sync_committee: FILE.committee } });
  const client = await clientOf({ bootstrap: served }, {}, {});
  const block = hexToBytes(root.slice(2));
  const forks = { electraEpoch: BigInt(FILE.electra_epoch), gloasEpoch: BigInt(FILE.gloas_epoch) };
  const isProved = (one: Bootstrap) => verifyBootstrap(one, block, forks) === 'verified';
  expect(await client.readBootstrap(block, isProved)).toMatchObject({ ok: true, from: ['a'] });
  expect(servers[0]?.paths.at(-1)).toBe(`/eth/v1/beacon/light_client/bootstrap/${root}`);
});

test('what an endpoint sent, and its address, never stand in a failure', async () => {
  const secret = 'key-4711';
  const loud = { fork: text(secret, 500, { 'x-deny-reason': secret }) };
  const client = await clientOf(loud, { fork: json({ data: secret }) }, { fork: text(secret, 403) });
  const told = JSON.stringify(await client.readFork('head'));
  expect(told).not.toContain(secret);
  expect(told).not.toContain('127.0.0.1');
});

test('two endpoints of one name are refused, since reports could not tell them apart', async () => {
  const one = { name: 'a', url: 'http://127.0.0.1:1' };
  const options = { network: NETWORKS.mainnet, now: () => 0, staleAfterSlots: 5 };
  const transport = { fetch, deadline: AbortSignal.timeout, timeoutMs: 1, maxBytes: 1 };
  expect(() => createBeaconClient({ ...options, transport, endpoints: [one, one, one] })).toThrow(TypeError);
});
