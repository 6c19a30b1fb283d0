import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Loopback = { readonly url: string; readonly close: () => Promise<void> };

/** A request to a rehearsal fits into this many bytes with room to spare. */
const MAX_BODY = 1_000_000;

/**
 * Serves `answer` over HTTP to this machine alone. Port 0 takes any free one. Throws the network's own
 * errors.
 */
export async function serveLoopback(answer: (body: string) => string, port: number): Promise<Loopback> {
  const server = createServer(async (request, response) => {
    // A client that goes away in the middle of its request is no reason to stop serving.
    const body = request.method === 'POST' ? await readBody(request).catch(() => null) : null;
    if (body === null) return void response.writeHead(400).end();
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer(body));
  });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  );
  const close = () =>
    new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    total += chunk.length;
    if (total > MAX_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
