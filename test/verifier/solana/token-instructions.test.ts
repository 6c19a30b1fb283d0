import * as spl from '@solana/spl-token';
import * as web3 from '@solana/web3.js';
import { describe, expect, it } from 'vitest';
import { castKey } from '../../../verifier/solana/rehearsal/cast.ts';
import * as own from '../../../verifier/solana/rehearsal/token-instructions.ts';

const TOKEN = spl.TOKEN_2022_PROGRAM_ID;
const key = (name: string) => castKey(web3, name).publicKey;
const [mint, account, other, multisig, a, b] = ['mint', 'account', 'other', 'multisig', 'a', 'b'].map(
  key,
) as [web3.PublicKey, web3.PublicKey, web3.PublicKey, web3.PublicKey, web3.PublicKey, web3.PublicKey];
const authority = { key: multisig, signers: [a, b] };
const transfer = { source: account, mint, destination: other, owner: authority, amount: 7n, decimals: 2 };

const PAIRS: [string, web3.TransactionInstruction, web3.TransactionInstruction][] = [
  [
    'Pause',
    own.pause(web3, mint, authority),
    spl.createPauseInstruction(mint, multisig, [a, b].map(signer), TOKEN),
  ],
  [
    'Resume',
    own.resume(web3, mint, authority),
    spl.createResumeInstruction(mint, multisig, [a, b].map(signer), TOKEN),
  ],
  [
    'FreezeAccount',
    own.freezeAccount(web3, account, mint, authority),
    spl.createFreezeAccountInstruction(account, mint, multisig, [a, b], TOKEN),
  ],
  [
    'ThawAccount',
    own.thawAccount(web3, account, mint, authority),
    spl.createThawAccountInstruction(account, mint, multisig, [a, b], TOKEN),
  ],
  [
    'TransferChecked',
    own.transferChecked(web3, { ...transfer, hookAccounts: [] }),
    spl.createTransferCheckedInstruction(account, mint, other, multisig, 7n, 2, [a, b], TOKEN),
  ],
  [
    'MintTo by a single key',
    own.mintTo(web3, mint, account, { key: a, signers: [] }, 9n),
    spl.createMintToInstruction(mint, account, a, 9n, [], TOKEN),
  ],
  [
    'InitializeMint2',
    own.initializeMint(web3, mint, 2, a, multisig),
    spl.createInitializeMint2Instruction(mint, 2, a, multisig, TOKEN),
  ],
  [
    'InitializeAccount3',
    own.initializeAccount(web3, account, mint, a),
    spl.createInitializeAccount3Instruction(account, mint, a, TOKEN),
  ],
  [
    'InitializePausableConfig',
    own.initializePausable(web3, mint, multisig),
    spl.createInitializePausableConfigInstruction(mint, multisig, TOKEN),
  ],
  [
    'InitializeTransferHook',
    own.initializeTransferHook(web3, mint, multisig, other),
    spl.createInitializeTransferHookInstruction(mint, multisig, other, TOKEN),
  ],
];

function signer(publicKey: web3.PublicKey) {
  return { publicKey, secretKey: new Uint8Array(64) };
}

describe('the instructions of the rehearsals', () => {
  it.each(PAIRS)('%s is the instruction that the token library builds', (_name, ours, theirs) => {
    expect(ours.programId.toBase58()).toBe(theirs.programId.toBase58());
    expect(ours.keys).toEqual(theirs.keys);
    expect([...ours.data]).toEqual([...theirs.data]);
  });
});
