import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountSnapshot } from '../../../verifier/solana/account-snapshot.ts';
import { testTransfer } from '../../../verifier/solana/rehearsal/freeze-world.ts';
import { controlsData, setControl } from '../../../verifier/solana/rehearsal/hook-accounts.ts';
import {
  CONTROLS_FLAGS_OFFSET,
  HOOK_CONTROLS,
  type HookCode,
} from '../../../verifier/solana/rehearsal/hook-controls.ts';
import { hookProgram } from '../../../verifier/solana/rehearsal/hook-program.ts';
import { placeAccount, readVmAccount } from '../../../verifier/solana/rehearsal/vm-accounts.ts';
import { send, simulate } from '../../../verifier/solana/rehearsal/vm-send.ts';
import { freshWorld } from './fresh-vm.ts';

const world = await freshWorld();
const { vm, hook, controls, multisig, members } = world;
const CODES = HOOK_CONTROLS.map(({ code }) => code);
const place = (codes: readonly HookCode[]) => placeAccount(vm, controls, hook, controlsData(multisig, codes));
const flags = () =>
  [...(readVmAccount(vm, controls.toBase58()) as AccountSnapshot).data.slice(CONTROLS_FLAGS_OFFSET)].slice(
    0,
    6,
  );

describe('the transfer hook', () => {
  it.each(CODES)('refuses a transfer with exactly %i while that control is set', (code) => {
    place([code]);
    expect(simulate(world, [testTransfer(world)]).err).toEqual({ InstructionError: [0, { Custom: code }] });
    place([]);
    expect(simulate(world, [testTransfer(world)]).err).toBeNull();
  });

  it('answers with the freeze first, whatever else is set', () => {
    fc.assert(
      fc.property(fc.subarray(CODES), (codes) => {
        place(codes);
        const { err } = simulate(world, [testTransfer(world)]);
        const first = CODES.find((code) => codes.includes(code));
        expect(err).toEqual(first === undefined ? null : { InstructionError: [0, { Custom: first }] });
      }),
      { seed: 5, numRuns: 64 },
    );
  });

  it('sets a control for exactly the sets of signers that hold three distinct places', () => {
    fc.assert(
      fc.property(fc.subarray([...members.keys()]), fc.constantFrom(...CODES), (who, code) => {
        place([]);
        const keys = who.map((i) => members[i] as (typeof members)[number]);
        const authority = { key: multisig, signers: keys.map((key) => key.publicKey) };
        const { err } = send(world, [setControl(vm.web3, hook, controls, authority, code, true)], keys);
        expect(err === null).toBe(who.length >= 3);
        expect(flags()).toEqual(CODES.map((other) => (err === null && other === code ? 1 : 0)));
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  it('counts a member who is listed three times once', () => {
    place([]);
    const a = members[0] as (typeof members)[number];
    const authority = { key: multisig, signers: [a.publicKey, a.publicKey, a.publicKey] };
    expect(send(world, [setControl(vm.web3, hook, controls, authority, 6042, true)], [a]).err).toEqual({
      InstructionError: [0, 'MissingRequiredSignature'],
    });
  });

  it('does not count a member who is named but did not sign, nor a signer who is no member', () => {
    place([]);
    const signers = members.slice(0, 2);
    const authority = {
      key: multisig,
      signers: [...signers.map((key) => key.publicKey), world.payer.publicKey],
    };
    const order = setControl(vm.web3, hook, controls, authority, 6042, true);
    order.keys.push({
      pubkey: (members[3] as (typeof members)[number]).publicKey,
      isSigner: false,
      isWritable: false,
    });
    expect(send(world, [order], signers).err).toEqual({ InstructionError: [0, 'MissingRequiredSignature'] });
  });

  it('obeys no other multisig than the one its state account names', () => {
    placeAccount(vm, controls, hook, controlsData(world.mint));
    const keys = members.slice(0, 3);
    const authority = { key: multisig, signers: keys.map((key) => key.publicKey) };
    expect(send(world, [setControl(vm.web3, hook, controls, authority, 6042, true)], keys).err).toEqual({
      InstructionError: [0, 'InvalidAccountData'],
    });
  });

  it.each([
    ['of its own without the tag', hook, controlsData(multisig).fill(0, 0, 8)],
    ['of its own and another length', hook, Uint8Array.from([...controlsData(multisig), 0])],
    ['of another program that looks the same', multisig, controlsData(multisig)],
  ])('takes an account %s for no state account, whoever signs', (_what, owner, data) => {
    placeAccount(vm, controls, owner, data);
    const keys = members.slice(0, 3);
    const authority = { key: multisig, signers: keys.map((key) => key.publicKey) };
    const refused = { InstructionError: [0, 'InvalidAccountData'] };
    expect(send(world, [setControl(vm.web3, hook, controls, authority, 6042, true)], keys).err).toEqual(
      refused,
    );
    expect(simulate(world, [testTransfer(world)]).err).toEqual(refused);
  });

  it('refuses any other instruction data without running wild', () => {
    place([]);
    const order = setControl(vm.web3, hook, controls, { key: multisig, signers: [] }, 6042, true);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), (data) => {
        fc.pre(!(data.length === 3 && data[0] === 1));
        order.data = Buffer.from(data);
        expect(simulate(world, [order]).err).toEqual({ InstructionError: [0, 'InvalidInstructionData'] });
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it('is a program of less than two kilobytes, the same for every build of the same source', () => {
    expect(hookProgram().length).toBeLessThan(2048);
    expect(hookProgram()).toEqual(hookProgram());
    expect(hookProgram([6001])).not.toEqual(hookProgram());
  });
});
