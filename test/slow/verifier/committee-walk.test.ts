import { expect, onTestFinished, test } from 'vitest';
import { bootstrapAt } from '../../../scripts/vectors/light-client-bootstrap.ts';
import {
  committeeJson,
  committeeOf,
  FORK_EPOCH,
  FORKS,
  GENESIS,
  hex,
  NEW,
  OLD,
  type Plan,
  plan,
  updateOf,
} from '../../../scripts/vectors/signed-update.ts';
import { jsonFile, runJson } from '../../cli/built-program.ts';
import {
  type Behaviour,
  head,
  json,
  loopbackBeacon,
  SOUND,
} from '../../verifier/ethereum/loopback-beacon.ts';

/** Four committees, one a period; the trusted block lies in the first and now in the third. */
const COMMITTEES = ['first', 'second', 'third', 'fourth'].map((name) => committeeOf(`${name} of a walk`));
const FIRST_PERIOD = 5n;
const PERIOD = 8_192n;
const startOf = (place: number) => (FIRST_PERIOD + BigInt(place)) * PERIOD;
const committee = (place: number) => COMMITTEES[place] as (typeof COMMITTEES)[0];

/** The update of a period as its Beacon API document: signed by its committee, naming the one after it. */
function updateAt(place: number, changes: Partial<Plan> = {}) {
  const sound = { ...plan(startOf(place) + 1_000n), signedBy: committee(place), next: committee(place + 1) };
  const made = updateOf({ ...sound, ...changes });
  const named = COMMITTEES.find((one) => one === (changes.next ?? sound.next)) ?? committee(place);
  return { data: { ...made, next_sync_committee: committeeJson(named) } };
}

const NOW_SLOT = startOf(2) + 1_040n;
const trusted = bootstrapAt(startOf(0) + 500n, committee(0));
type Updates = Readonly<Record<string, object>>;
const UPDATES: Updates = { 5: updateAt(0), 6: updateAt(1) };

/** A full beacon node of this chain; what it serves for the period that a request names. */
const node = (updates: Updates = UPDATES): Behaviour => ({
  ...SOUND,
  genesis: json({ data: { genesis_validators_root: hex(GENESIS) } }),
  head: head(Number(NOW_SLOT)),
  fork: json({
    data: { previous_version: hex(OLD), current_version: hex(NEW), epoch: String(FORK_EPOCH) },
  }),
  bootstrap: json({
    data: { ...trusted.bootstrap, current_sync_committee: committeeJson(committee(0)) },
  }),
  updates: (response, request) => {
    const period = new URL(request.url ?? '', 'http://node').searchParams.get('start_period') ?? '';
    const served = updates[period];
    json(served === undefined ? [] : [served])(response, request);
  },
  finality: json(updateAt(2, { parts: 'finality' })),
});

async function walk(...behaviours: Behaviour[]) {
  const servers = await Promise.all(behaviours.map((one, index) => loopbackBeacon(`node ${index}`, one)));
  onTestFinished(() => Promise.all(servers.map(({ close }) => close())).then(() => {}));
  const network = {
    genesis_validators_root: hex(GENESIS),
    genesis_time: Math.floor(Date.now() / 1_000) - Number(NOW_SLOT) * 12,
    electra_epoch: String(FORKS.electraEpoch),
    gloas_epoch: String(FORKS.gloasEpoch),
  };
  const argv = ['verify', 'update', '--trusted-block', trusted.root, '--network', jsonFile(network)];
  const beacons = servers.flatMap(({ name, url }) => ['--beacon', `${name}=${url}`]);
  const waits = ['--timeout', '30', '--stale-after', '50'];
  const { code, json: report } = await runJson([...argv, ...beacons, ...waits]);
  return { code, report, paths: servers.map(({ paths }) => paths) };
}

const anyNode = (updates?: Updates) => [node(updates), node(updates), node(updates)];

test('committees hand over from period to period, and only the last of them signs for now', async () => {
  const { code, report, paths } = await walk(...anyNode());
  expect(report).toMatchObject({ check: 'update', name: 'verified', endpoints: [] });
  expect(report.facts.signed).toBe(`at slot ${startOf(2) + 1_001n} by 500 of 512 members, period 7`);
  expect(code).toBe(0);
  expect(paths[0]?.filter((path) => path.includes('updates?'))).toEqual([
    '/eth/v1/beacon/light_client/updates?start_period=5&count=1',
    '/eth/v1/beacon/light_client/updates?start_period=6&count=1',
  ]);
});

test('a committee that was not handed over to signs nothing, and another endpoint is asked', async () => {
  const usurped = { ...UPDATES, 6: updateAt(1, { signedBy: committee(0) }) };
  const { report } = await walk(node(usurped), node(), node());
  expect(report).toMatchObject({
    name: 'verified',
    endpoints: ['node 0: unexplained, refused by verifier'],
  });
  const everywhere = await walk(...anyNode(usurped));
  expect(everywhere).toMatchObject({
    code: 1,
    report: { check: 'update', name: 'invalid', facts: { 'stopped at': 'the update of period 6' } },
  });
});

test('the last block of a period, signed by the next committee, is sound and yet hands nothing over', async () => {
  // Its state names the second committee, which is the one that signs: taken for a handover, the second would serve twice.
  const boundary = updateAt(1, {
    ...plan(startOf(1) - 1n),
    signedBy: committee(1),
    next: committee(1),
  });
  expect(await walk(...anyNode({ ...UPDATES, 6: boundary }))).toMatchObject({
    code: 1,
    report: { check: 'update', name: 'wrong-period', facts: { 'stopped at': 'the update of period 6' } },
  });
});

test('a period that no endpoint has an update of stops the walk there', async () => {
  expect(await walk(...anyNode({ 5: updateAt(0) }))).toMatchObject({
    code: 4,
    report: { check: 'beacon', name: 'endpoint-outage', facts: { 'stopped at': 'the update of period 6' } },
  });
});
