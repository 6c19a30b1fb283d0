import { CONTROLS_TAG, controlIndex, HOOK_CONTROLS, type HookCode } from './hook-controls.ts';

const HOOK_TAG = new DataView(CONTROLS_TAG.buffer).getBigUint64(0, true);

/**
 * A transfer hook in sBPF assembly, with two instructions:
 *
 * - `Execute` (16 bytes of data, transfer-hook interface): returns the code of the first control that is set.
 *   Accounts: source, mint, destination, authority, extra account list, controls.
 * - `SetControl` (3 bytes: 1, control, 0 or 1). Accounts: controls, multisig, signers. Needs m members of the
 *   multisig that the controls account names, EACH COUNTED ONCE, unlike the token program's own count.
 *
 * `asked` lists the controls this build asks: a build that leaves one out is a hook with a hole.
 */
export function hookSource(asked: readonly HookCode[] = HOOK_CONTROLS.map(({ code }) => code)): string {
  return `${WALK_ACCOUNTS}${EXECUTE}${asked.map(askControl).join('')}
  mov64 r0, 0
  exit
${SET_CONTROL}${SUBROUTINES}${REFUSALS}`;
}

function askControl(code: HookCode): string {
  return `
  ldxb r2, [r9+${128 + controlIndex(code)}]
  mov64 r0, ${code}
  jne r2, 0, leave`;
}

// The runtime passes one buffer in r1 (agave serialization.rs, aligned): u64 count of accounts, then for each
// account, by offset: 0 marker (255, or the index of the account it repeats), 1 is_signer, 2 is_writable, 8 key,
// 40 owner, 72 lamports, 80 data length, 88 data, then 10240 spare bytes, padding to 8 and the u64 rent epoch.
// A repeated account takes 8 bytes only. Then the u64 length of the instruction data, the data, and the id of
// this program.
const WALK_ACCOUNTS = `
  ldxdw r7, [r1+0]            ; r7 = accounts
  mov64 r6, r1
  add64 r6, 8                 ; r6 = where we read
  mov64 r8, 0
  mov64 r9, r10               ; pointers to accounts go to [r10-8], [r10-16], ...
  jgt r7, 24, bad_accounts
walk:
  jge r8, r7, dispatch
  add64 r8, 1
  sub64 r9, 8
  ldxb r2, [r6+0]
  jne r2, 255, repeated
  stxdw [r9+0], r6
  ldxdw r3, [r6+80]
  add64 r6, r3
  add64 r6, 10343             ; 88 + 10240, rounded up to 8, + 8
  and64 r6, -8
  ja walk
repeated:                     ; an account named twice is one account: leave no pointer
  mov64 r2, 0
  stxdw [r9+0], r2
  add64 r6, 8
  ja walk
dispatch:                     ; r6 = length of the instruction data, the data behind it
  ldxdw r2, [r6+0]
  jeq r2, 3, set_control
  jne r2, 16, bad_instruction
`;

const EXECUTE = `
  ldxdw r2, [r6+8]
  lddw r3, 0x1a66fb4bc5652569 ; sha256("spl-transfer-hook-interface:execute"), first 8 bytes
  jne r2, r3, bad_instruction
  jlt r7, 6, too_few_accounts
  ldxdw r9, [r10-48]          ; sixth account: the controls
  mov64 r1, r9
  mov64 r2, r6
  add64 r2, 24                ; the id of this program
  call are_controls
  jeq r0, 0, bad_accounts
`;

const SET_CONTROL = `
set_control:
  ldxb r2, [r6+8]
  jne r2, 1, bad_instruction
  jlt r7, 3, too_few_accounts
  ldxdw r9, [r10-8]           ; first account: the controls
  mov64 r1, r9
  mov64 r2, r6
  add64 r2, 11                ; the id of this program
  call are_controls
  jeq r0, 0, bad_accounts
  ldxdw r8, [r10-16]          ; second account: the multisig the controls name
  jeq r8, 0, bad_accounts
  mov64 r1, r8
  add64 r1, 8
  mov64 r2, r9
  add64 r2, 96
  call same_key
  jeq r0, 0, bad_accounts
  mov64 r5, 0                 ; r5 = members who signed; the subroutines leave it alone
count:                        ; r7 = accounts still to look at, the first two aside
  jlt r7, 3, counted
  mov64 r2, r7
  lsh64 r2, 3
  mov64 r1, r10
  sub64 r1, r2
  ldxdw r1, [r1+0]
  sub64 r7, 1
  jeq r1, 0, count
  ldxb r2, [r1+1]
  jeq r2, 0, count            ; did not sign
  add64 r1, 8
  mov64 r2, r8
  call is_member
  add64 r5, r0
  ja count
counted:
  ldxb r2, [r8+88]            ; m
  jlt r5, r2, too_few_signatures
  ldxb r2, [r6+9]
  jge r2, ${HOOK_CONTROLS.length}, bad_instruction
  ldxb r3, [r6+10]
  jgt r3, 1, bad_instruction
  add64 r9, r2
  stxb [r9+128], r3           ; 88 + offset of the flags
  mov64 r0, 0
leave:
  exit
`;

// r6 to r9 are the caller's own: the machine saves them around a call.
const SUBROUTINES = `
are_controls:                 ; r1 = account or 0, r2 = id of this program
  jeq r1, 0, no
  ldxdw r3, [r1+80]
  jne r3, 48, no
  ldxdw r3, [r1+88]
  lddw r4, ${HOOK_TAG}
  jne r3, r4, no
  add64 r1, 40                ; the owner must be this program
same_key:                     ; r1, r2 = two keys; r0 = 1 when equal
  ldxdw r3, [r1+0]
  ldxdw r4, [r2+0]
  jne r3, r4, no
  ldxdw r3, [r1+8]
  ldxdw r4, [r2+8]
  jne r3, r4, no
  ldxdw r3, [r1+16]
  ldxdw r4, [r2+16]
  jne r3, r4, no
  ldxdw r3, [r1+24]
  ldxdw r4, [r2+24]
  jne r3, r4, no
  mov64 r0, 1
  exit
no:
  mov64 r0, 0
  exit
is_member:                    ; r1 = key, r2 = multisig account; r0 = 1 when it holds a place
  mov64 r6, r1
  mov64 r7, r2
  add64 r7, 91                ; its members
  ldxb r8, [r2+89]            ; n
next_member:
  jeq r8, 0, no
  sub64 r8, 1
  mov64 r1, r6
  mov64 r2, r7
  call same_key
  add64 r7, 32
  jeq r0, 0, next_member
  exit
`;

// Errors every program shares are numbers above 2^32 (solana program_error.rs).
const REFUSALS = `
bad_instruction:
  lddw r0, 0x300000000        ; InvalidInstructionData
  exit
bad_accounts:
  lddw r0, 0x400000000        ; InvalidAccountData
  exit
too_few_signatures:
  lddw r0, 0x800000000        ; MissingRequiredSignature
  exit
too_few_accounts:
  lddw r0, 0xb00000000        ; NotEnoughAccountKeys
  exit
`;
