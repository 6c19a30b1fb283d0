import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountSnapshot } from '../../../verifier/solana/account-snapshot.ts';
import { programHash, readProgramData } from '../../../verifier/solana/program-account.ts';
import { checkProgram } from '../../../verifier/solana/program-check.ts';
import { PROGRAM_CODES } from '../../../verifier/solana/program-codes.ts';
import { castKey } from '../../../verifier/solana/rehearsal/cast.ts';
import { deployBuffer, uploadBuffer } from '../../../verifier/solana/rehearsal/deployment.ts';
import { hookProgram } from '../../../verifier/solana/rehearsal/hook-program.ts';
import { programDataOf } from '../../../verifier/solana/rehearsal/loader-instructions.ts';
import { fund, readVmAccount } from '../../../verifier/solana/rehearsal/vm-accounts.ts';
import { freshVm } from './fresh-vm.ts';

const vm = await freshVm();
const [payer, key, buffer, authority] = (['payer', 'program', 'buffer', 'authority'] as const).map((name) =>
  castKey(vm.web3, name),
) as [Key, Key, Key, Key];
type Key = ReturnType<typeof castKey>;
const ELF = hookProgram();
fund(vm, payer.publicKey, 10n ** 12n);
uploadBuffer({ vm, payer }, buffer, authority, ELF);
deployBuffer({ vm, payer }, key, buffer, authority, ELF.length);
const program = readVmAccount(vm, key.publicKey.toBase58()) as AccountSnapshot;
const programData = readVmAccount(vm, programDataOf(vm.web3, key.publicKey).toBase58()) as AccountSnapshot;
const AUDITED = { sha256: programHash(ELF), upgradeAuthority: authority.publicKey.toBase58() };

const EACH_CODE = {
  matches: [program, programData, AUDITED],
  'hash-differs': [program, programData, { ...AUDITED, sha256: programHash(ELF.slice(1)) }],
  'authority-differs': [program, programData, { ...AUDITED, upgradeAuthority: null }],
  'not-upgradeable': [{ ...program, executable: false }, programData, AUDITED],
  malformed: [program, { ...programData, data: programData.data.slice(0, 44) }, AUDITED],
  absent: [program, null, AUDITED],
} as const satisfies Record<keyof typeof PROGRAM_CODES, Parameters<typeof checkProgram>>;

describe('checkProgram', () => {
  it.each(Object.entries(EACH_CODE))(
    '%s is returned for its own accounts',
    (name, [program, data, audited]) => {
      expect(checkProgram(program, data, audited).name).toBe(name);
    },
  );

  it('calls a program without an upgrade authority final, whatever bytes the old authority left behind', () => {
    const data = programData.data.slice();
    data[12] = 0;
    const final = checkProgram(program, { ...programData, data }, { ...AUDITED, upgradeAuthority: null });
    expect(final).toMatchObject({ name: 'matches', deployed: { upgradeAuthority: null } });
  });

  it('does not accept the data account of another program', () => {
    const other = { ...programData, address: program.address };
    expect(checkProgram(program, other, AUDITED).name).toBe('malformed');
  });

  it('notices a single changed bit of the bytecode', () => {
    fc.assert(
      fc.property(fc.nat(8 * ELF.length - 1), (bit) => {
        const data = programData.data.slice();
        data[45 + (bit >> 3)] = (data[45 + (bit >> 3)] as number) ^ (1 << (bit & 7));
        expect(checkProgram(program, { ...programData, data }, AUDITED).name).toBe('hash-differs');
      }),
      { seed: 5, numRuns: 50 },
    );
  });

  it('answers any bytes with a code and never takes them for the audited program', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ maxLength: 80 }), (p, d) => {
        const verdict = checkProgram({ ...program, data: p }, { ...programData, data: d }, AUDITED);
        expect(Object.keys(PROGRAM_CODES)).toContain(verdict.name);
        expect(verdict.name).not.toBe('matches');
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('the program hash', () => {
  it('of a deployed account equals that of the built file, although the account is larger', () => {
    expect(programData.data.length).toBeGreaterThan(45 + ELF.length);
    expect(readProgramData(programData)?.sha256).toBe(programHash(ELF));
  });

  it('is sha256 of the bytes up to the last one that is not zero', () => {
    const sha256 = (bytes: readonly number[]) =>
      createHash('sha256').update(Uint8Array.from(bytes)).digest('hex');
    expect(programHash(Uint8Array.from([1, 0, 2, 0, 0]))).toBe(sha256([1, 0, 2]));
    expect(programHash(Uint8Array.from([0, 0]))).toBe(sha256([]));
  });
});
