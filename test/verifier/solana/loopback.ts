import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { serveLoopback } from '../../../cli/loopback-json-rpc.ts';
import { connect } from '../../../verifier/solana/connect.ts';
import type { EndpointFailure } from '../../../verifier/solana/endpoint-failure.ts';
import type { Failover } from '../../../verifier/solana/failover-fetch.ts';
import { answerJsonRpc } from '../../../verifier/solana/rehearsal/json-rpc-front.ts';
import type { Vm } from '../../../verifier/solana/rehearsal/vm.ts';

/** Starts a real HTTP server that handles every request as told, until the test is over. Returns its URL. */
export async function serve(
  handle: (body: string, response: ServerResponse, request: IncomingMessage) => void,
) {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => handle(body, response, request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/?api-key=secret`;
}

/** A web3.js connection over these URLs, the primary first; `failures` fills as endpoints fail. */
export async function connectTo(urls: readonly string[], changes: Partial<Failover> = {}) {
  const failures: EndpointFailure[] = [];
  const endpoints = urls.map((url, i) => ({ name: i === 0 ? 'primary' : `fallback ${i}`, url }));
  const connection = await connect({
    endpoints: endpoints as [(typeof endpoints)[0]],
    fetch: globalThis.fetch,
    deadline: (ms) => AbortSignal.timeout(ms),
    timeoutMs: 2000,
    maxBytes: 1_000_000,
    onFailure: (failure) => failures.push(failure),
    ...changes,
  });
  return { connection, failures };
}

/** A connection to a machine behind the product's own loopback server. */
export async function connectToVm(vm: Vm) {
  const { url, close } = await serveLoopback((body) => answerJsonRpc(vm, body), 0);
  onTestFinished(close);
  return (await connectTo([url])).connection;
}

/** The JSON-RPC answer of a node to one request. */
export const answer = (body: string, result: unknown) =>
  JSON.stringify({ jsonrpc: '2.0', id: JSON.parse(body).id, result });
