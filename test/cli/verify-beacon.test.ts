import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type Behaviour,
  fork,
  head,
  json,
  loopbackBeacon,
  SOUND,
  text,
} from '../verifier/ethereum/loopback-beacon.ts';
import { jsonFile, runJson, runProgram } from './built-program.ts';
import { networkOf, shipped } from './shipped-requests.ts';

const FILE = shipped('light-client-update.json');
type Entry = {
  id: string;
  current_slot: string;
  update: object;
  bootstrap: object;
  trusted_block_root: string;
};
const byId = (list: Entry[], id: string) => list.find((entry) => entry.id === id) as Entry;
const electra = byId(FILE.updates, 'electra');
const forged = byId(FILE.updates, 'other-network');
const bootstrap = byId(FILE.bootstraps, 'bootstrap-electra');

/** The network of the vectors, begun so long ago that its slot of now is the one of the update. */
const network = () =>
  jsonFile(networkOf(FILE, Math.floor(Date.now() / 1000) - Number(electra.current_slot) * 12));

const serving = (update: object): Behaviour => ({
  ...SOUND,
  genesis: json({ data: { genesis_validators_root: FILE.genesis_validators_root } }),
  head: head(Number(electra.current_slot)),
  fork: json({ data: FILE.fork }),
  bootstrap: json({ data: { ...bootstrap.bootstrap, current_sync_committee: FILE.committee } }),
  finality: json({ data: { ...update, next_sync_committee: FILE.committee } }),
});
const HONEST = serving(electra.update);
const DENIED = text('Host not in allowlist', 403, { 'x-deny-reason': 'host_not_allowed' });
const denied: Behaviour = {
  genesis: DENIED,
  head: DENIED,
  fork: DENIED,
  updates: DENIED,
  finality: DENIED,
  bootstrap: DENIED,
};

async function beacons(...behaviours: Partial<Behaviour>[]): Promise<string[]> {
  const servers = await Promise.all(behaviours.map((one, index) => loopbackBeacon(`node ${index}`, one)));
  onTestFinished(() => Promise.all(servers.map(({ close }) => close())).then(() => {}));
  return servers.flatMap(({ name, url }) => ['--beacon', `${name}=${url}/?key=secret`]);
}

const follow = async (...behaviours: Partial<Behaviour>[]) => {
  const block = ['--trusted-block', bootstrap.trusted_block_root, '--network', network()];
  return ['verify', 'update', ...block, ...(await beacons(...behaviours))];
};

describe('verify update over beacon endpoints', () => {
  it('follows the chain from a trusted block to the newest update', async () => {
    const { code, json: report } = await runJson(await follow(HONEST, HONEST, HONEST));
    expect(code).toBe(0);
    expect(report).toMatchObject({ check: 'update', code: 1, name: 'verified', endpoints: [] });
    expect(report.facts.signed).toMatch(/^at slot \d+ by 500 of 512 members, period \d+$/);
  });

  it('passes over an endpoint that serves a forged update, and says which', async () => {
    const { code, stdout } = await runProgram(await follow(serving(forged.update), HONEST, HONEST));
    expect(code).toBe(0);
    expect(stdout).toContain('✓ VERIFIED (1)');
    expect(stdout).toContain('node 0: unexplained, refused by verifier');
    expect(stdout).not.toMatch(/127\.0\.0\.1|secret/);
  });

  it('gives the code of the update where all endpoints serve the same forged one', async () => {
    const lie = serving(forged.update);
    expect(await runJson(await follow(lie, lie, lie))).toMatchObject({
      code: 1,
      json: { check: 'update', name: 'invalid', facts: { 'stopped at': 'the newest finality update' } },
    });
  });

  it('gives the code of the bootstrap where the trusted block is another', async () => {
    const [, , , , ...rest] = await follow(HONEST, HONEST, HONEST);
    const argv = ['verify', 'update', '--trusted-block', '11'.repeat(32), ...rest];
    expect((await runJson(argv)).json).toMatchObject({ check: 'bootstrap', name: 'wrong-block-root' });
  });

  it('tells a denied host from an outage, with the remedy of each', async () => {
    expect(await runJson(await follow(denied, denied, denied))).toMatchObject({
      code: 4,
      json: {
        check: 'beacon',
        name: 'sandbox',
        verdict: 'unknown',
        remedy: /cannot be reached|can be reached/,
      },
    });
    const out = { ...HONEST, genesis: text('<html>', 502) };
    expect((await runJson(await follow(out, out, out))).json.name).toBe('endpoint-outage');
    expect((await runJson(await follow(out, denied, out))).json.name).toBe('several-causes');
  });

  it('takes two against one about the fork for a disagreement, never for a majority', async () => {
    const other = { ...HONEST, fork: fork('0x01000000', '0x02000000', '1000') };
    expect(await runJson(await follow(HONEST, other, HONEST))).toMatchObject({
      code: 4,
      json: { name: 'disagreement', facts: { 'node 1 says': '0x01000000, then 0x02000000 from epoch 1000' } },
    });
  });

  it('does not believe endpoints of another network, or with a head of yesterday', async () => {
    const foreign = {
      ...HONEST,
      genesis: json({ data: { genesis_validators_root: `0x${'11'.repeat(32)}` } }),
    };
    expect(await runJson(await follow(foreign, foreign, foreign))).toMatchObject({
      code: 1,
      json: { name: 'wrong-network' },
    });
    const late = { ...HONEST, head: head(Number(electra.current_slot) - 7_200) };
    expect((await runJson(await follow(late, late, late))).json.name).toBe('stale');
  });
});

describe('verify fork-version over beacon endpoints', () => {
  const seen = (used: string) => [
    ...['verify', 'fork-version', '--used', used, '--attested-slot', '32009', '--signature-slot', '32010'],
    ...['--used-before', '0x04000000', '--verified'],
  ];

  it('explains a changed version by the fork that the endpoints agree on', async () => {
    const at = [...(await beacons(HONEST, HONEST, HONEST)), '--network', network()];
    expect(await runJson([...seen('0x05000000'), ...at])).toMatchObject({
      code: 0,
      json: { check: 'fork-version', name: 'fork-boundary-informational', code: 10 },
    });
    const hardCoded = await runJson([
      ...seen('0x04000000').filter((word) => word !== '--verified'),
      '--no-verified',
      ...at,
    ]);
    expect(hardCoded).toMatchObject({ code: 1, json: { name: 'hard-coded-version' } });
  });

  it('explains nothing where a single endpoint answers', async () => {
    const dead = { ...HONEST, genesis: text('', 500) };
    const at = [...(await beacons(HONEST, dead, dead)), '--network', network()];
    expect(await runJson([...seen('0x05000000'), ...at])).toMatchObject({
      code: 4,
      json: { check: 'beacon', name: 'single-source' },
    });
  });
});
