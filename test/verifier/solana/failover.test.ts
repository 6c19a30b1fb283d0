import type { ServerResponse } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EndpointFailure,
  type FailureReason,
  NoEndpointAnswered,
} from '../../../verifier/solana/endpoint-failure.ts';
import { failoverFetch } from '../../../verifier/solana/failover-fetch.ts';
import { answer, connectTo, serve } from './loopback.ts';

type Handle = (body: string, response: ServerResponse) => void;

const good: Handle = (body, response) => response.end(answer(body, 42));
const error =
  (code: number): Handle =>
  (body, response) =>
    response.end(JSON.stringify({ jsonrpc: '2.0', id: JSON.parse(body).id, error: { code, message: 'x' } }));
const status =
  (code: number): Handle =>
  (body, response) =>
    response.writeHead(code).end(answer(body, 1));

/** Every way in which an endpoint can fail a read, with the reason that must be named. */
const FAILURES: [string, FailureReason, Handle][] = [
  ['500', 'HTTP status', status(500)],
  ['503', 'HTTP status', status(503)],
  ['403', 'HTTP status', status(403)],
  [
    'a redirect',
    'HTTP status',
    (_body, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  ],
  ['429', 'rate limited', status(429)],
  ['HTML with 200', 'not JSON', (_body, response) => response.end('<html>maintenance</html>')],
  ['an empty body', 'not JSON', (_body, response) => response.end()],
  [
    'a truncated body',
    'connection refused, reset or cut',
    (body, response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write(answer(body, 1));
      setTimeout(() => response.destroy(), 20);
    },
  ],
  ['a reset', 'connection refused, reset or cut', (_body, response) => response.socket?.resetAndDestroy()],
  ['silence', 'no answer in time', () => {}],
  ['headers, then silence', 'no answer in time', (_body, response) => response.writeHead(200).write('{')],
  [
    'another id',
    'not the JSON-RPC answer to the request',
    (_body, response) => response.end('{"jsonrpc":"2.0","id":"other","result":1}'),
  ],
  [
    'no version',
    'not the JSON-RPC answer to the request',
    (body, response) => response.end(JSON.stringify({ id: JSON.parse(body).id, result: 1 })),
  ],
  [
    'result and error',
    'not the JSON-RPC answer to the request',
    (body, response) => response.end(JSON.stringify({ ...JSON.parse(answer(body, 1)), error: { code: 1 } })),
  ],
  ['a JSON array', 'not the JSON-RPC answer to the request', (_body, response) => response.end('[]')],
  ['JSON null', 'not the JSON-RPC answer to the request', (_body, response) => response.end('null')],
  [
    'two megabytes',
    'answer too large',
    (body, response) => response.end(answer(body, 'x'.repeat(2_000_000))),
  ],
  [
    'two megabytes in two kilobytes of gzip',
    'answer too large',
    (body, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync(answer(body, 'x'.repeat(2_000_000))));
    },
  ],
  ['a node that is behind', 'node cannot serve this read now', error(-32005)],
];

describe('a read', () => {
  it.each(FAILURES)(
    'goes to the fallback when the primary answers with %s',
    async (_what, reason, handle) => {
      const urls = [await serve(handle), await serve(good)];
      const { connection, failures } = await connectTo(urls, { timeoutMs: 300 });
      expect(await connection.getSlot()).toBe(42);
      expect(failures.map((failure) => [failure.endpoint, failure.reason])).toEqual([['primary', reason]]);
    },
  );

  it('goes to the fallback when nobody listens at the primary', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => gone.once('listening', resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const { connection, failures } = await connectTo([`http://127.0.0.1:${port}`, await serve(good)]);
    expect(await connection.getSlot()).toBe(42);
    expect(failures[0]?.reason).toBe('connection refused, reset or cut');
  });

  it('asks no fallback when the primary answers, not even with an error about the request', async () => {
    let asked = 0;
    const fallback = await serve((body, response) => {
      asked++;
      good(body, response);
    });
    const { connection, failures } = await connectTo([await serve(error(-32602)), fallback]);
    await expect(connection.getSlot()).rejects.toThrow('failed to get slot');
    expect([asked, failures]).toEqual([0, []]);
  });

  it('fails with every endpoint and its reason when none answers, and never shows the key in a URL', async () => {
    const { connection } = await connectTo([await serve(status(500)), await serve(status(429))]);
    const thrown = await connection.getSlot().catch((caught: unknown) => caught);
    expect(thrown).toBeInstanceOf(NoEndpointAnswered);
    expect(String(thrown)).toContain(
      'no endpoint answered: primary: HTTP status 500; fallback 1: rate limited 429',
    );
    expect(JSON.stringify([thrown, String(thrown), (thrown as Error).stack])).not.toContain('secret');
  });
});

describe('a send', () => {
  const wire = Buffer.from('not looked at by the transport');

  it.each(FAILURES.filter(([, reason]) => reason !== 'node cannot serve this read now'))(
    'is tried once and at the primary alone when that answers with %s',
    async (_what, reason, handle) => {
      const bodies: string[] = [];
      const primary = await serve((body, response) => {
        bodies.push(body);
        handle(body, response);
      });
      const fallback = await serve((body, response) => {
        bodies.push(`fallback ${body}`);
        good(body, response);
      });
      const { connection } = await connectTo([primary, fallback], { timeoutMs: 300 });
      const thrown = await connection.sendRawTransaction(wire).catch((caught: unknown) => caught);
      expect(thrown).toMatchObject({ outcomeUnknown: true, failures: [{ endpoint: 'primary', reason }] });
      expect(bodies).toHaveLength(1);
      expect(JSON.parse(bodies[0] as string).method).toBe('sendTransaction');
    },
  );

  it('hidden in a batch of reads makes the whole batch a send', async () => {
    const urls = [await serve(status(500)), await serve(good)];
    const failures: EndpointFailure[] = [];
    const ask = failoverFetch({
      endpoints: urls.map((url, i) => ({ name: `${i}`, url })) as never,
      fetch: globalThis.fetch,
      deadline: (ms) => AbortSignal.timeout(ms),
      timeoutMs: 1000,
      maxBytes: 1000,
      onFailure: (failure) => failures.push(failure),
    });
    const body = JSON.stringify([
      { jsonrpc: '2.0', id: 1, method: 'getSlot' },
      { jsonrpc: '2.0', id: 2, method: 'requestAirdrop' },
    ]);
    await expect(ask('', { body })).rejects.toMatchObject({ outcomeUnknown: true });
    expect(failures).toHaveLength(1);
  });
});

describe('any answer at all', () => {
  it('gives a slot only where it is the answer to the request, and otherwise a named failure', async () => {
    let text = '';
    const url = await serve((body, response) =>
      response.end(text.replaceAll('"$id"', JSON.stringify(JSON.parse(body).id))),
    );
    const { connection } = await connectTo([url]);
    const shaped = fc.record(
      {
        jsonrpc: fc.constantFrom('2.0', '1.0'),
        id: fc.constantFrom('$id', 1),
        result: fc.jsonValue(),
        error: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.json(),
          shaped.map((value) => JSON.stringify(value)),
        ),
        async (sent) => {
          text = sent;
          const outcome = await connection.getSlot().catch((caught: unknown) => caught);
          if (typeof outcome === 'number')
            expect(JSON.parse(sent)).toMatchObject({ jsonrpc: '2.0', result: outcome });
          else expect(outcome).toBeInstanceOf(Error);
        },
      ),
      { seed: 5, numRuns: 150 },
    );
  });
});
