import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAuthority } from '../../../verifier/solana/authority-check.ts';
import { checkFreeze, MINT_PAUSED } from '../../../verifier/solana/freeze-check.ts';
import { FREEZE_CODES } from '../../../verifier/solana/freeze-codes.ts';
import { type FreezeRequest, observeFreeze } from '../../../verifier/solana/observe-freeze.ts';
import { observeProgram } from '../../../verifier/solana/observe-program.ts';
import { observeSlots } from '../../../verifier/solana/observe-slots.ts';
import { programHash } from '../../../verifier/solana/program-account.ts';
import { checkProgram } from '../../../verifier/solana/program-check.ts';
import { readAccounts } from '../../../verifier/solana/read-accounts.ts';
import { hookFreeze, tokenPause } from '../../../verifier/solana/rehearsal/brakes.ts';
import { type FreezeWorld, testTransfer } from '../../../verifier/solana/rehearsal/freeze-world.ts';
import { hookProgram } from '../../../verifier/solana/rehearsal/hook-program.ts';
import { playUpgrade } from '../../../verifier/solana/rehearsal/upgrade.ts';
import { draft, send } from '../../../verifier/solana/rehearsal/vm-send.ts';
import { slotAge } from '../../../verifier/solana/slot-age.ts';
import { readTestTransfer } from '../../../verifier/solana/test-transfer.ts';
import { freshVm, freshWorld } from './fresh-vm.ts';
import { answer, connectTo, connectToVm, serve } from './loopback.ts';

const pull = (world: FreezeWorld, brake: ReturnType<typeof hookFreeze>) => {
  const keys = world.members.slice(0, 3);
  const authority = { key: world.multisig, signers: keys.map((key) => key.publicKey) };
  expect(send(world, [brake.pull.by(authority)], keys).err).toBeNull();
};

/** The test transfer as an operator would hand it in: serialized and unsigned. */
const unsigned = (world: FreezeWorld, ...instructions: Parameters<typeof draft>[1]) =>
  draft(world, instructions).serialize({ requireAllSignatures: false, verifySignatures: false });

const request = (world: FreezeWorld): FreezeRequest => ({
  transfer: unsigned(world, testTransfer(world)),
  mint: world.mint.toBase58(),
  flagAccount: world.mint.toBase58(),
  flag: { kind: 'mint' },
});

describe('a freeze, asked over JSON-RPC', () => {
  it('is seen as frozen by the pause of the token program, and not before', async () => {
    const world = await freshWorld();
    const chain = await connectToVm(world.vm);
    expect(checkFreeze(await observeFreeze(chain, request(world)), [MINT_PAUSED]).name).toBe('not-frozen');
    pull(world, tokenPause(world));
    expect(checkFreeze(await observeFreeze(chain, request(world)), [MINT_PAUSED]).name).toBe('frozen');
  });

  it('is seen as frozen by the hook, whose own account holds the flag', async () => {
    const world = await freshWorld();
    const chain = await connectToVm(world.vm);
    const brake = hookFreeze(world);
    pull(world, brake);
    const place = {
      flagAccount: world.controls.toBase58(),
      flag: (brake.flag as NonNullable<typeof brake.flag>).place,
    };
    const seen = await observeFreeze(chain, { ...request(world), ...place });
    expect(checkFreeze(seen, [brake.refusal])).toMatchObject({
      name: 'frozen',
      refusal: { error: brake.refusal },
    });
  });

  it('is not asked with a transaction that moves another mint, moves it twice, or is none', async () => {
    const world = await freshWorld();
    const chain = await connectToVm(world.vm);
    const transfer = testTransfer(world);
    const code = async (changes: Partial<FreezeRequest>) =>
      checkFreeze(await observeFreeze(chain, { ...request(world), ...changes }), [MINT_PAUSED]).name;
    expect(await code({ mint: world.hook.toBase58() })).toBe('not-a-transfer');
    expect(await code({ transfer: unsigned(world, transfer, transfer) })).toBe('not-a-transfer');
    expect(await code({ transfer: new Uint8Array(3) })).toBe('not-a-transfer');
  });

  it('sends nothing: after the check the balance is what it was', async () => {
    const world = await freshWorld();
    const sent = world.vm.sent.length;
    await observeFreeze(await connectToVm(world.vm), request(world));
    expect(world.vm.sent.length).toBe(sent);
  });

  it('is never "frozen" for whatever an endpoint answers that has not seen the refusal', async () => {
    const world = await freshWorld();
    let result: unknown;
    const url = await serve((body, response) => response.end(answer(body, result)));
    const { connection } = await connectTo([url]);
    const context = fc.record({ slot: fc.oneof(fc.nat(), fc.jsonValue()) }, { requiredKeys: [] });
    const value = fc.oneof(
      fc.jsonValue(),
      fc.record({ err: fc.jsonValue(), logs: fc.oneof(fc.array(fc.string()), fc.jsonValue()) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.record({ context, value })), async (given) => {
        result = given;
        const { name } = checkFreeze(await observeFreeze(connection, request(world)), [MINT_PAUSED]);
        expect(Object.keys(FREEZE_CODES)).toContain(name);
        expect(name).not.toBe('frozen');
      }),
      { seed: 5, numRuns: 150 },
    );
  });
});

describe('readTestTransfer', () => {
  it('reads any bytes without throwing, and finds a transfer in none of them', async () => {
    const { mint } = await freshWorld();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (wire) => {
        expect((await readTestTransfer(wire, mint.toBase58()))?.transferIndex ?? null).toBeNull();
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('other facts, asked over JSON-RPC', () => {
  it('gives the authority check the accounts of one slot', async () => {
    const world = await freshWorld();
    const [mint, multisig] = [world.mint.toBase58(), world.multisig.toBase58()];
    const read = await readAccounts(await connectToVm(world.vm), [mint, multisig], 'confirmed');
    if ('unavailable' in read) throw new Error(read.unavailable);
    expect(read.value.slot).toBe(world.vm.svm.getClock().slot);
    const expected = { right: 'freeze', address: multisig, required: 3, places: 5, members: null } as const;
    const [a, b] = [mint, multisig].map((address) => read.value.accounts.get(address) ?? null);
    expect(checkAuthority(a ?? null, b ?? null, expected).name).toBe('sound');
  });

  it('shows after an upgrade that the replacement runs and the old build does not', async () => {
    const vm = await freshVm();
    const { addresses } = playUpgrade(vm);
    const seen = await observeProgram(await connectToVm(vm), addresses['transfer hook'] as string);
    if ('unavailable' in seen) throw new Error(seen.unavailable);
    const upgradeAuthority = addresses['upgrade authority'] as string;
    const code = (elf: Uint8Array) =>
      checkProgram(seen.value.program, seen.value.programData, { sha256: programHash(elf), upgradeAuthority })
        .name;
    expect(code(hookProgram())).toBe('matches');
    expect(code(hookProgram([6001]))).toBe('hash-differs');
  });

  it('says that a program is absent, or is no program, by its code', async () => {
    const world = await freshWorld();
    const chain = await connectToVm(world.vm);
    const code = async (address: string) => {
      const seen = await observeProgram(chain, address);
      if ('unavailable' in seen) throw new Error(seen.unavailable);
      return checkProgram(seen.value.program, seen.value.programData, { sha256: '', upgradeAuthority: null })
        .name;
    };
    expect(await code(`${'1'.repeat(31)}2`)).toBe('absent');
    expect(await code(world.mint.toBase58())).toBe('not-upgradeable');
  });

  it('takes slots from every endpoint that answers, and calls unavailable what is no slot', async () => {
    const slots = [7, 9, -1, 1.5, '12', null];
    const sources = await Promise.all(
      slots.map(async (slot, i) => {
        const url = await serve((body, response) => response.end(answer(body, slot)));
        return {
          endpoint: `rpc ${i}`,
          origin: new URL(url).origin,
          chain: (await connectTo([url])).connection,
        };
      }),
    );
    const verdict = slotAge(5n, await observeSlots(sources), 4n);
    expect(verdict).toEqual({ name: 'fresh', age: 4n, unavailable: ['rpc 2', 'rpc 3', 'rpc 4', 'rpc 5'] });
  });

  it('reports unavailable, in words of our own, when an endpoint answers with fewer accounts than were asked', async () => {
    const url = await serve((body, response) =>
      response.end(answer(body, { context: { slot: 1 }, value: [] })),
    );
    const { connection } = await connectTo([url]);
    expect(await readAccounts(connection, ['1'.repeat(32)], 'confirmed')).toEqual({
      unavailable: 'the endpoint answered with something else than the method returns',
    });
  });
});
