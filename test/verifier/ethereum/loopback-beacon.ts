import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bytesToHex } from '@noble/curves/utils.js';
import type { Endpoint } from '../../../verifier/ethereum/ask-endpoint.ts';
import { NETWORKS } from '../../../verifier/ethereum/networks.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** What a beacon node on loopback says to each path; every part can be replaced by any behaviour. */
export type Behaviour = {
  genesis: Answer;
  head: Answer;
  fork: Answer;
  updates: Answer;
  finality: Answer;
  bootstrap: Answer;
};

export type LoopbackBeacon = Endpoint & { readonly paths: string[]; readonly close: () => Promise<void> };

export const HEAD_SLOT = 12_000_000;
export const GENESIS_ROOT = `0x${bytesToHex(NETWORKS.mainnet.genesisValidatorsRoot)}`;

export const json =
  (value: unknown, status = 200): Answer =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));

export const text =
  (body: string, status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(body);

export const head = (slot: number): Answer => json({ data: { header: { message: { slot: String(slot) } } } });
export const fork = (previous: string, current: string, epoch: string): Answer =>
  json({ data: { previous_version: previous, current_version: current, epoch } });

export const SOUND: Behaviour = {
  genesis: json({ data: { genesis_time: '1606824023', genesis_validators_root: GENESIS_ROOT } }),
  head: head(HEAD_SLOT),
  fork: fork('0x05000000', '0x06000000', '364000'),
  updates: json([]),
  finality: text('', 404),
  bootstrap: text('', 404),
};

/** A real server on a real port; `close` also ends connections that it was told to leave hanging. */
export async function loopbackBeacon(
  name: string,
  changes: Partial<Behaviour> = {},
): Promise<LoopbackBeacon> {
  const behaviour = { ...SOUND, ...changes };
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    answerFor(behaviour, withoutKey(request.url ?? ''))(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { name, url: `http://127.0.0.1:${port}`, paths, close };
}

/** A node behind a key in the query sees it, and answers to the path. */
const withoutKey = (path: string) => path.replace(/\?key=secret(&|$)/, (_, more) => (more === '' ? '' : '?'));

function answerFor(behaviour: Behaviour, path: string): Answer {
  if (path === '/eth/v1/beacon/genesis') return behaviour.genesis;
  if (path === '/eth/v1/beacon/headers/head') return behaviour.head;
  if (/^\/eth\/v1\/beacon\/states\/(head|[0-9]+)\/fork$/.test(path)) return behaviour.fork;
  if (path.startsWith('/eth/v1/beacon/light_client/updates?')) return behaviour.updates;
  if (path === '/eth/v1/beacon/light_client/finality_update') return behaviour.finality;
  if (path.startsWith('/eth/v1/beacon/light_client/bootstrap/0x')) return behaviour.bootstrap;
  return text('no such path', 404);
}
