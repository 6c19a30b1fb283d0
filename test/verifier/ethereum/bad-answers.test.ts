import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { type Behaviour, HEAD_SLOT, head, json, text } from './loopback-beacon.ts';
import { clientOf, servers } from './loopback-client.ts';

const GOOD_JSON = JSON.stringify({
  data: { previous_version: '0x05000000', current_version: '0x06000000', epoch: '1' },
});
const cut = (response: ServerResponse) => {
  response.writeHead(200, { 'content-length': '500' }).write(GOOD_JSON.slice(0, 40));
  setTimeout(() => response.destroy(), 10);
};

describe('each shape of a bad answer has its class and its reason', () => {
  const notice = 'Host not in allowlist';
  test.for<[string, Partial<Behaviour>, object]>([
    [
      'a deny header',
      { fork: text('no', 403, { 'x-deny-reason': 'host_not_allowed' }) },
      { class: 'sandbox', reason: 'deny-header', status: 403 },
    ],
    [
      'the allowlist notice',
      { fork: text(notice, 403) },
      { class: 'sandbox', reason: 'allowlist-notice', status: 403 },
    ],
    [
      'the allowlist notice with 200',
      { fork: text(`${notice}\n`, 200) },
      { class: 'sandbox', reason: 'allowlist-notice', status: 200 },
    ],
    [
      'a bare 403',
      { fork: text('Forbidden', 403) },
      { class: 'credential', reason: 'forbidden', status: 403 },
    ],
    ['a 401', { fork: text('{}', 401) }, { class: 'credential', reason: 'unauthorized', status: 401 }],
    [
      'a 500',
      { fork: json({ message: notice }, 500) },
      { class: 'endpoint-outage', reason: 'server-error', status: 500 },
    ],
    [
      'a 404',
      { fork: json({ code: 404 }, 404) },
      { class: 'endpoint-outage', reason: 'client-error', status: 404 },
    ],
    [
      'a 429',
      { fork: text('slow down', 429) },
      { class: 'endpoint-outage', reason: 'rate-limited', status: 429 },
    ],
    [
      'HTML with 200',
      { fork: text('<html>maintenance</html>', 200) },
      { class: 'endpoint-outage', reason: 'not-json', status: 200 },
    ],
    [
      'JSON that ends early',
      { fork: text(GOOD_JSON.slice(0, 30), 200) },
      { class: 'endpoint-outage', reason: 'not-json', status: 200 },
    ],
    ['an empty body', { fork: text('', 200) }, { class: 'endpoint-outage', reason: 'not-json', status: 200 }],
    ['a connection that ends early', { fork: cut }, { class: 'endpoint-outage', reason: 'connection' }],
    [
      'a reset',
      { fork: (response) => response.socket?.resetAndDestroy() },
      { class: 'endpoint-outage', reason: 'connection' },
    ],
    ['silence', { fork: () => {} }, { class: 'endpoint-outage', reason: 'timeout' }],
    [
      'silence after the headers',
      { fork: (response) => void response.writeHead(200).write('{') },
      { class: 'endpoint-outage', reason: 'timeout' },
    ],
    [
      'a body without end',
      { fork: text(' '.repeat(300_001), 200) },
      { class: 'endpoint-outage', reason: 'oversized', status: 200 },
    ],
    [
      'a redirect',
      { fork: text('', 302, { location: 'http://127.0.0.1:1/' }) },
      { class: 'endpoint-outage', reason: 'redirect', status: 302 },
    ],
    [
      'JSON nested 100,000 deep',
      { fork: text('['.repeat(100_000) + ']'.repeat(100_000), 200) },
      { class: 'endpoint-outage', reason: 'unexpected-shape', status: 200 },
    ],
    [
      'another document',
      { fork: json({ data: { epoch: '-1' } }) },
      { class: 'endpoint-outage', reason: 'unexpected-shape', status: 200 },
    ],
    [
      'a number too large to be exact',
      { fork: text(GOOD_JSON.replace('"1"', '9007199254740993'), 200) },
      { class: 'endpoint-outage', reason: 'unexpected-shape', status: 200 },
    ],
    ['a stale head', { head: head(HEAD_SLOT - 6) }, { class: 'stale', reason: 'behind' }],
    ['a head from the future', { head: head(HEAD_SLOT + 6) }, { class: 'stale', reason: 'ahead-of-clock' }],
    [
      'another chain',
      { genesis: json({ data: { genesis_validators_root: `0x${'11'.repeat(32)}` } }) },
      { class: 'wrong-network', reason: 'other-genesis' },
    ],
  ])('%s', async ([, behaviour, failure]) => {
    const client = await clientOf(behaviour, {}, {});
    const read = await client.readFork('head');
    expect(read).toMatchObject({ ok: true, from: ['b', 'c'] });
    expect(read.failures).toEqual([{ endpoint: 'a', ...failure }]);
  });

  test('a port that nobody listens on is an outage', async () => {
    const client = await clientOf({}, {}, {});
    await servers[1]?.close();
    expect((await client.readFork('head')).failures).toEqual([
      { endpoint: 'b', class: 'endpoint-outage', reason: 'connection' },
    ]);
  });
});
