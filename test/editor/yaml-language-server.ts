import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the cursor stands: line and character from 0, as LSP counts. */
export interface Cursor {
  readonly line: number;
  readonly character: number;
}

export interface Completion {
  readonly label: string;
  readonly documentation?: unknown;
}

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: Cursor; readonly end: Cursor };
}

/** The server that editors run, over its stdio; it is told no schemas: it reads the first line of each file. */
export interface Editor {
  /** Opens a file with another text than lies on disk; gives its address. */
  open(file: string, text: string): string;
  complete(uri: string, at: Cursor): Promise<Completion[]>;
  /** Markdown; empty where there is nothing to say. */
  hover(uri: string, at: Cursor): Promise<string>;
  /** Those of the text as it was opened. */
  diagnostics(uri: string): Promise<Diagnostic[]>;
  quit(): Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const SERVER = 'node_modules/yaml-language-server/bin/yaml-language-server';
const PATIENCE_MS = 12_000;

export async function startEditor(): Promise<Editor> {
  const server = spawn(process.execPath, [resolve(SERVER), '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const link = connect(server);
  const root = pathToFileURL(resolve('.')).href;
  await link.ask('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'books' }],
    capabilities: {
      textDocument: { completion: {}, hover: {}, publishDiagnostics: {} },
      workspace: { configuration: true },
    },
  });
  link.tell('initialized', {});
  const at = (uri: string, position: Cursor) => ({ textDocument: { uri }, position });
  return {
    open(file, text) {
      const uri = pathToFileURL(resolve(file)).href;
      link.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
      return uri;
    },
    complete: async (uri, position) =>
      ((await link.ask('textDocument/completion', at(uri, position))) as { items: Completion[] }).items,
    async hover(uri, position) {
      const found = (await link.ask('textDocument/hover', at(uri, position))) as {
        contents: { value: string };
      } | null;
      return found?.contents.value ?? '';
    },
    diagnostics: (uri) => link.diagnosticsOf(uri),
    async quit() {
      await link.ask('shutdown', null);
      const ended = new Promise((done) => server.once('exit', done));
      link.tell('exit', null);
      await ended;
    },
  };
}

/** JSON-RPC with LSP's framing: a header with the length in bytes, an empty line, the message. */
function connect(server: ChildProcess) {
  const answers = new Map<number, (message: Message) => void>();
  const diagnostics = new Map<string, Diagnostic[]>();
  const awaited: (() => void)[] = [];
  let buffer = Buffer.alloc(0);
  let last = 0;

  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const receive = (message: Message) => {
    if (message.method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics: found } = message.params as { uri: string; diagnostics: Diagnostic[] };
      diagnostics.set(uri, found);
      for (const wake of awaited.splice(0)) wake();
    } else if (message.method !== undefined && message.id !== undefined) {
      // The server asks for settings: one null a section says that there are none.
      const { items } = (message.params ?? {}) as { items?: unknown[] };
      send({ id: message.id, result: items?.map(() => null) ?? null });
    } else if (message.id !== undefined) answers.get(message.id)?.(message);
  };
  server.stdout?.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n');
      const length = Number(
        /Content-Length: (\d+)/.exec(buffer.subarray(0, Math.max(0, end)).toString())?.[1],
      );
      if (end < 0 || buffer.length < end + 4 + length) return;
      receive(JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString()));
      buffer = buffer.subarray(end + 4 + length);
    }
  });

  const inTime = <T>(what: string, start: (done: (value: T) => void) => void) =>
    new Promise<T>((done, fail) => {
      const late = setTimeout(() => fail(new Error(`no answer to ${what}`)), PATIENCE_MS);
      start((value) => {
        clearTimeout(late);
        done(value);
      });
    });
  return {
    tell: (method: string, params: unknown) => send({ method, params }),
    ask: (method: string, params: unknown) =>
      inTime<unknown>(method, (done) => {
        const id = ++last;
        answers.set(id, ({ result, error }) =>
          done(error ? Promise.reject(new Error(error.message)) : result),
        );
        send({ id, method, params });
      }),
    diagnosticsOf: (uri: string) =>
      inTime<Diagnostic[]>('diagnostics', (done) => {
        const look = () => {
          const found = diagnostics.get(uri);
          if (found) done(found);
          else awaited.push(look);
        };
        look();
      }),
  };
}
