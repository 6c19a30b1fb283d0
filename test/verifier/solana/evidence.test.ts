import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveLoopback } from '../../../cli/loopback-json-rpc.ts';
import { writeEvidence } from '../../../cli/write-evidence.ts';
import { checkEvidence } from '../../../verifier/solana/evidence-check.ts';
import type { EVIDENCE_CODES } from '../../../verifier/solana/evidence-codes.ts';
import { evidenceFiles, MANIFEST } from '../../../verifier/solana/evidence-files.ts';
import { type Evidence, gatherEvidence } from '../../../verifier/solana/gather-evidence.ts';
import { type FreezeWorld, testTransfer } from '../../../verifier/solana/rehearsal/freeze-world.ts';
import { answerJsonRpc } from '../../../verifier/solana/rehearsal/json-rpc-front.ts';
import { send } from '../../../verifier/solana/rehearsal/vm-send.ts';
import { freshWorld } from './fresh-vm.ts';
import { connectTo, serve } from './loopback.ts';

const text = (files: ReadonlyMap<string, Uint8Array>, path: string) =>
  new TextDecoder().decode(files.get(path));
const nobody = `${'1'.repeat(31)}2`;

async function gather({ vm, mint, source }: FreezeWorld, transactionsPerWallet = 100): Promise<Evidence> {
  const { url, close } = await serveLoopback((body) => answerJsonRpc(vm, body), 0);
  const request = {
    accounts: [mint.toBase58(), nobody],
    wallets: [source.toBase58()],
    transactionsPerWallet,
  };
  const gathered = await gatherEvidence((await connectTo([url])).connection, request);
  await close();
  if ('unavailable' in gathered) throw new Error(gathered.unavailable);
  return gathered.value;
}

async function attackedWorld(): Promise<FreezeWorld> {
  const world = await freshWorld();
  for (let i = 0; i < 3; i++) expect(send(world, [testTransfer(world)], []).err).toBeNull();
  return world;
}

const EVIDENCE = await gather(await attackedWorld());

describe('evidence', () => {
  it('holds the state, the slot, the block hash and every transaction of the wallet, oldest first', async () => {
    const world = await attackedWorld();
    const files = evidenceFiles(await gather(world));
    const { slot, blockhash, gaps, wallets } = JSON.parse(text(files, 'snapshot.json'));
    expect([slot, blockhash, gaps]).toEqual([
      world.vm.svm.getClock().slot.toString(),
      world.vm.svm.latestBlockhash(),
      [],
    ]);
    const lines = text(files, `transactions/${world.source.toBase58()}.jsonl`).trimEnd().split('\n');
    const slots = lines.map((line) => JSON.parse(line).slot as string);
    expect(wallets).toEqual([
      { wallet: world.source.toBase58(), complete: true, transactions: lines.length },
    ]);
    expect(slots).toEqual(slots.toSorted());
    expect(lines.length).toBeGreaterThanOrEqual(5);
    expect(JSON.parse(text(files, `accounts/${nobody}.json`))).toEqual({ address: nobody, exists: false });
    expect(files.has(`accounts/${nobody}.bin`)).toBe(false);
  });

  it('of the same chain is the same bytes, whoever gathers it', async () => {
    const [a, b] = [
      evidenceFiles(await gather(await attackedWorld())),
      evidenceFiles(await gather(await attackedWorld())),
    ];
    expect([...a]).toEqual([...b]);
  });

  it('lists its files in the manifest sorted by path', () => {
    const listed = text(evidenceFiles(EVIDENCE), MANIFEST)
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(66));
    expect(listed).toEqual(listed.toSorted());
    expect(listed.length).toBe(evidenceFiles(EVIDENCE).size - 1);
  });

  it('says in the snapshot that older transactions exist beyond the limit', async () => {
    const evidence = await gather(await attackedWorld(), 2);
    expect(evidence.wallets[0]).toMatchObject({ complete: false, transactions: [{}, {}], gaps: [] });
  });

  it('records a transaction whose message its signature does not cover as a gap, and never as evidence', async () => {
    const world = await attackedWorld();
    // An endpoint that shows another amount than the wallet signed.
    const forge = (reply: string) => reply.replaceAll(/("accounts":\[[^\]]*\],"data":")(\w)/g, '$1z$2');
    const url = await serve((body, response) => response.end(forge(answerJsonRpc(world.vm, body))));
    const { connection } = await connectTo([url]);
    const request = { accounts: [nobody], wallets: [world.source.toBase58()], transactionsPerWallet: 1 };
    const gathered = await gatherEvidence(connection, request);
    expect(gathered).toMatchObject({ value: { wallets: [{ transactions: [], complete: false }] } });
    expect((gathered as { value: Evidence }).value.gaps[0]).toMatch(
      /^transaction \w+: the endpoint answered with/,
    );
  });

  it('does not repeat what an endpoint passes off as a signature', async () => {
    const world = await attackedWorld();
    const url = await serve((body, response) =>
      response.end(
        answerJsonRpc(world.vm, body).replaceAll(/"signature":"\w+"/g, '"signature":"\\u001b[2J"'),
      ),
    );
    const request = { accounts: [nobody], wallets: [world.source.toBase58()], transactionsPerWallet: 9 };
    const gathered = await gatherEvidence((await connectTo([url])).connection, request);
    expect(
      JSON.stringify(gathered, (_key, value) => (typeof value === 'bigint' ? Number(value) : value)),
    ).toMatch(/^(?!.*u001b).*something else than the method returns/);
  });

  it.each([
    ['nested fifty thousand deep', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['of half a megabyte', JSON.stringify({ a: 'x'.repeat(500_000) })],
  ])('does not break on an outcome %s: it is a gap', async (_what, err) => {
    const world = await attackedWorld();
    const swell = (reply: string) => reply.replaceAll('"meta":{"err":null', `"meta":{"err":${err}`);
    const url = await serve((body, response) => response.end(swell(answerJsonRpc(world.vm, body))));
    const request = { accounts: [nobody], wallets: [world.source.toBase58()], transactionsPerWallet: 1 };
    const gathered = await gatherEvidence((await connectTo([url])).connection, request);
    if ('unavailable' in gathered) throw new Error(gathered.unavailable);
    expect(gathered.value.gaps).toHaveLength(1);
    expect(text(evidenceFiles(gathered.value), 'snapshot.json')).toContain('"transactions": 0');
  });

  it('names what an endpoint does not give, and is not gathered at all without the accounts', async () => {
    const world = await attackedWorld();
    const lacking = async (method: string) => {
      const url = await serve((body, response) =>
        response.writeHead(JSON.parse(body).method === method ? 500 : 200).end(answerJsonRpc(world.vm, body)),
      );
      const request = { accounts: [nobody], wallets: [world.source.toBase58()], transactionsPerWallet: 9 };
      const gathered = await gatherEvidence((await connectTo([url])).connection, request);
      return 'value' in gathered ? gathered.value.gaps.map((gap) => gap.split(' ')[0]) : gathered.unavailable;
    };
    expect(await lacking('getBlock')).toEqual(['block']);
    expect(await lacking('getGenesisHash')).toEqual(['genesis']);
    expect(await lacking('getSignaturesForAddress')).toEqual(['transactions']);
    expect(await lacking('getMultipleAccounts')).toBe('no endpoint answered: primary: HTTP status 500');
  });
});

describe('checkEvidence', () => {
  const files = evidenceFiles(EVIDENCE);
  const changed = (change: (files: Map<string, Uint8Array>) => void) => {
    const copy = new Map([...files].map(([path, bytes]) => [path, bytes.slice()]));
    change(copy);
    return copy;
  };
  const EACH_CODE = {
    intact: files,
    altered: changed((copy) => copy.set('snapshot.json', new Uint8Array(1))),
    missing: changed((copy) => copy.delete('snapshot.json')),
    unlisted: changed((copy) => copy.set('accounts/planted.bin', new Uint8Array(1))),
    'no-manifest': changed((copy) => copy.delete(MANIFEST)),
  } as const satisfies Record<keyof typeof EVIDENCE_CODES, ReadonlyMap<string, Uint8Array>>;

  it.each(Object.entries(EACH_CODE))('%s is returned for its own bundle', (name, bundle) => {
    expect(checkEvidence(bundle).name).toBe(name);
  });

  it('notices any change of any byte of any file, the manifest included', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files.keys()),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (path, at, change) => {
          const bundle = changed((copy) => {
            const bytes = copy.get(path) as Uint8Array;
            bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ change;
          });
          const { name, digest } = checkEvidence(bundle);
          expect(name === 'intact' && digest === checkEvidence(files).digest).toBe(false);
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });

  it('takes any bytes for a manifest without throwing, and finds nothing intact by them', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(checkEvidence(new Map([[MANIFEST, bytes]])).name).toBe('no-manifest');
      }),
      { seed: 5 },
    );
  });
});

describe('writeEvidence', () => {
  const files = evidenceFiles(EVIDENCE);
  const folder = () => {
    const parent = mkdtempSync(join(tmpdir(), 'drillbook-evidence-'));
    onTestFinished(() => rmSync(parent, { recursive: true }));
    return { parent, bundle: join(parent, 'bundle') };
  };

  it('writes a bundle that sha256sum of the system confirms', async () => {
    const { parent, bundle } = folder();
    expect(await writeEvidence(bundle, files)).toBe(true);
    execFileSync('sha256sum', ['--check', '--strict', '--status', MANIFEST], { cwd: bundle });
    const written = new Map(
      [...files.keys()].map((path) => [path, Uint8Array.from(readFileSync(join(bundle, path)))]),
    );
    expect(checkEvidence(written).name).toBe('intact');
    expect(readdirSync(parent)).toEqual(['bundle']);
  });

  it.each([
    ['a bundle', (path: string) => void mkdirSync(join(path, 'accounts'), { recursive: true })],
    ['an empty folder', (path: string) => void mkdirSync(path)],
    ['a file', (path: string) => writeFileSync(path, 'mine')],
  ])('refuses to touch %s that is already there', async (_what, put) => {
    const { parent, bundle } = folder();
    put(bundle);
    const before = readdirSync(parent, { recursive: true });
    expect(await writeEvidence(bundle, files)).toBe(false);
    expect(readdirSync(parent, { recursive: true })).toEqual(before);
  });

  it('lets one of two writers at the same moment win, and mixes nothing', async () => {
    const { parent, bundle } = folder();
    const other = evidenceFiles({ ...EVIDENCE, gaps: ['other'] });
    const won = await Promise.all([writeEvidence(bundle, files), writeEvidence(bundle, other)]);
    expect(won.toSorted()).toEqual([false, true]);
    execFileSync('sha256sum', ['--check', '--strict', '--status', MANIFEST], { cwd: bundle });
    expect(readdirSync(parent)).toEqual(['bundle']);
  });

  it('leaves nothing behind when it cannot finish', async () => {
    const { parent, bundle } = folder();
    const impossible = new Map([
      ['a', new Uint8Array(1)],
      ['a/b', new Uint8Array(1)],
    ]);
    await expect(writeEvidence(bundle, impossible)).rejects.toThrow();
    expect(readdirSync(parent)).toEqual([]);
  });
});
