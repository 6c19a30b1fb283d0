import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex } from '@noble/curves/utils.js';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { serveLoopback } from '../../../cli/loopback-json-rpc.ts';
import { encodeAttestation } from '../../../verifier/solana/attestation-payload.ts';
import { programHash } from '../../../verifier/solana/program-account.ts';
import { hookFreeze } from '../../../verifier/solana/rehearsal/brakes.ts';
import { type FreezeWorld, testTransfer } from '../../../verifier/solana/rehearsal/freeze-world.ts';
import { hookProgram } from '../../../verifier/solana/rehearsal/hook-program.ts';
import { answerJsonRpc } from '../../../verifier/solana/rehearsal/json-rpc-front.ts';
import { playUpgrade } from '../../../verifier/solana/rehearsal/upgrade.ts';
import type { Vm } from '../../../verifier/solana/rehearsal/vm.ts';
import { draft, send } from '../../../verifier/solana/rehearsal/vm-send.ts';
import { jsonFile, runJson, runProgram, temporaryFolder } from '../../cli/built-program.ts';
import { freshVm, freshWorld } from '../../verifier/solana/fresh-vm.ts';
import { answer, serve } from '../../verifier/solana/loopback.ts';

async function front(vm: Vm): Promise<string> {
  const { url, close } = await serveLoopback((body) => answerJsonRpc(vm, body), 0);
  onTestFinished(close);
  return url;
}

/** The arguments with which an operator would ask about the hook's freeze of this world. */
function freezeArguments(world: FreezeWorld): string[] {
  const { flag, refusal } = hookFreeze(world);
  const unsigned = { requireAllSignatures: false, verifySignatures: false };
  const transfer = Buffer.from(draft(world, [testTransfer(world)]).serialize(unsigned)).toString('base64');
  const place = flag?.place.kind === 'byte' ? flag.place : undefined;
  return [
    ...['--transfer', transfer, '--mint', world.mint.toBase58()],
    ...['--expect', `${refusal.program}:${refusal.code}`],
    ...['--flag-account', world.controls.toBase58(), '--flag-owner', place?.owner ?? ''],
    ...['--flag-prefix', bytesToHex(place?.prefix ?? new Uint8Array()), '--flag-offset', `${place?.offset}`],
  ];
}

function freeze(world: FreezeWorld): void {
  const keys = world.members.slice(0, 3);
  const authority = { key: world.multisig, signers: keys.map((key) => key.publicKey) };
  expect(send(world, [hookFreeze(world).pull.by(authority)], keys).err).toBeNull();
}

describe('verify freeze and verify halt over RPC', () => {
  it('see the freeze of a real machine, not before it is in force, and send nothing', async () => {
    const world = await freshWorld();
    const rpc = ['--rpc', await front(world.vm)];
    const argv = ['verify', 'freeze', ...freezeArguments(world), ...rpc];
    const halt = ['verify', 'halt', ...freezeArguments(world).slice(0, 6), ...rpc];
    const sent = world.vm.sent.length;
    expect((await runJson(argv)).json.name).toBe('not-frozen');
    expect((await runJson(halt)).json.name).toBe('not-halted');
    expect(world.vm.sent.length).toBe(sent);
    freeze(world);
    const frozen = await runJson(argv);
    expect(frozen).toMatchObject({ code: 0, json: { code: 1, name: 'frozen', verdict: 'pass' } });
    expect(frozen.json.facts).toMatchObject({ 'paused flag': 'set', refusal: 'error 6042' });
    expect(await runJson(halt)).toMatchObject({ code: 0, json: { name: 'halted' }, stderr: '' });
  });

  it('go on to the fallback, name the endpoint that failed, and never show a URL', async () => {
    const world = await freshWorld();
    const broken = await serve((_body, response) => response.writeHead(500).end('\u001b[2J'));
    const argv = ['verify', 'freeze', ...freezeArguments(world), '--rpc', `first=${broken}`];
    const { stdout, code } = await runProgram([...argv, '--rpc', await front(world.vm)]);
    expect(code).toBe(1);
    expect(stdout).toContain('✗ NOT-FROZEN (0)');
    expect(stdout).toContain('endpoint       first: HTTP status 500');
    expect(stdout).not.toMatch(/127\.0\.0\.1|secret/);
    expect(stdout).not.toContain('\u001b');
  });

  it('read their endpoints from the environment too, so that keys need not stand in a command line', async () => {
    const world = await freshWorld();
    const env = { DRILLBOOK_RPC: await front(world.vm) };
    const { json } = await runJson(['verify', 'freeze', ...freezeArguments(world)], { env });
    expect(json.name).toBe('not-frozen');
  });
});

test('verify authority counts keys on chain, and calls a 3-of-5 of three keys what it is', async () => {
  const check = async (members?: string[]) => {
    const world = await freshWorld(members);
    const argv = ['--mint', world.mint.toBase58(), '--authority', world.multisig.toBase58()];
    const terms = ['--right', 'freeze', '--required', '3', '--places', '5'];
    return runJson(['verify', 'authority', ...argv, ...terms, '--rpc', await front(world.vm)]);
  };
  expect(await check()).toMatchObject({ code: 0, json: { name: 'sound' } });
  expect(await check(['a', 'a', 'a', 'b', 'c'])).toMatchObject({
    code: 1,
    json: { name: 'repeated-member', facts: { 'fewest keys that can act': '1' } },
  });
});

test('verify program finds after an upgrade the audited build and no other', async () => {
  const vm = await freshVm();
  const { addresses } = playUpgrade(vm);
  const rpc = await front(vm);
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'hook.so'), hookProgram());
  const argv = ['verify', 'program', '--program', addresses['transfer hook'] as string, '--rpc', rpc];
  const authority = ['--upgrade-authority', addresses['upgrade authority'] as string];
  expect((await runJson([...argv, ...authority, '--build', join(folder, 'hook.so')])).json.name).toBe(
    'matches',
  );
  expect((await runJson([...argv, '--final', '--sha256', programHash(hookProgram())])).json.name).toBe(
    'authority-differs',
  );
  expect((await runJson([...argv, ...authority, '--sha256', '00'.repeat(32)])).json.name).toBe(
    'hash-differs',
  );
});

test('verify consensus compares the statements with the supply on chain', async () => {
  const world = await freshWorld();
  const says = (source: string, balance: number) => ({ source, identity: source, balance });
  const live = ['--mint', world.mint.toBase58(), '--rpc', await front(world.vm)];
  const check = async (...reports: object[]) =>
    (await runJson(['verify', 'consensus', jsonFile({ reports }), ...live])).json.name;
  expect(await check(says('a', 1_000_000), says('b', 1_000_000), says('c', 1))).toBe('agreed');
  expect(await check(says('a', 1), says('b', 1), says('c', 1_000_000))).toBe('discrepancy');
});

test('verify attestation asks every endpoint for its slot, and one alone does not decide', async () => {
  const world = await freshWorld();
  const secret = new Uint8Array(32).fill(9);
  const slot = world.vm.svm.getClock().slot;
  const mint = world.mint.toBase58();
  const payload = encodeAttestation({ mint, slot, custodyBalance: 5n, tokenSupply: 5n });
  const [payloadHex, signature] = [payload, ed25519.sign(payload, secret)].map(bytesToHex) as [
    string,
    string,
  ];
  const key = bytesToHex(ed25519.getPublicKey(secret));
  const given = ['--payload', payloadHex, '--signature', signature, '--key', key, '--mint', mint];
  const argv = ['verify', 'attestation', ...given, '--limit-slots', '5', '--rpc', await front(world.vm)];
  expect(await runJson([...argv, '--rpc', await front(world.vm)])).toMatchObject({
    code: 0,
    json: { name: 'verified', facts: { age: '0 slots, limit 5', difference: '0' } },
  });
  const dead = await serve((_body, response) => response.destroy());
  expect(await runJson([...argv, '--rpc', dead])).toMatchObject({
    code: 4,
    json: { name: 'slot-unknown', endpoints: ['rpc 2: connection refused, reset or cut'] },
  });
});

test('where no endpoint answers there is no code, and nothing was measured', async () => {
  const hang = await serve(() => {});
  const argv = ['verify', 'authority', '--mint', '1'.repeat(32), '--authority', '1'.repeat(32)];
  const terms = ['--right', 'freeze', '--required', '3', '--places', '5', '--timeout', '1', '--rpc', hang];
  const { code, json } = await runJson([...argv, ...terms]);
  expect(code).toBe(4);
  expect(json).toMatchObject({
    code: null,
    name: null,
    verdict: 'unknown',
    endpoints: ['rpc 1: no answer in time'],
  });
});

test('no answer of an endpoint passes a freeze or an authority that was not seen', async () => {
  const world = await freshWorld();
  for (const result of [
    null,
    {},
    [],
    'frozen',
    { context: { slot: 1 }, value: null },
    { value: { err: {}, logs: 7 } },
  ]) {
    const url = await serve((body, response) => response.end(answer(body, result)));
    const { code, stdout } = await runProgram(['verify', 'freeze', ...freezeArguments(world), '--rpc', url]);
    expect([1, 4], stdout).toContain(code);
  }
});

describe('verify evidence', () => {
  it('gathers a bundle once, proves it, and sees what was changed, planted or taken away', async () => {
    const world = await freshWorld();
    send(world, [testTransfer(world)], []);
    const folder = join(temporaryFolder(), 'case');
    const kept = ['--account', world.mint.toBase58(), '--wallet', world.source.toBase58()];
    const argv = ['verify', 'evidence', 'gather', folder, ...kept, '--rpc', await front(world.vm)];
    const gathered = await runJson(argv);
    expect(gathered).toMatchObject({ code: 0, json: { version: 1, gaps: [], endpoints: [] } });
    const check = async () => (await runJson(['verify', 'evidence', 'check', folder])).json;
    expect(await check()).toMatchObject({
      name: 'intact',
      facts: { 'sha256 of the manifest': gathered.json.digest },
    });
    const again = await runProgram(argv);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('never overwritten')]);
    writeFileSync(join(folder, 'planted'), '');
    expect((await check()).name).toBe('unlisted');
    rmSync(join(folder, 'snapshot.json'));
    expect((await check()).name).toBe('missing');
  });

  it('writes nothing where no endpoint gives the accounts', async () => {
    const parent = temporaryFolder();
    const dead = await serve((_body, response) => response.writeHead(429).end());
    const argv = [
      'verify',
      'evidence',
      'gather',
      join(parent, 'case'),
      '--account',
      '1'.repeat(32),
      '--rpc',
      dead,
    ];
    const { code, json } = await runJson(argv);
    expect([code, json.digest, json.endpoints]).toEqual([4, null, ['rpc 1: rate limited 429']]);
    expect(readdirSync(parent)).toEqual([]);
  });
});
