import { utf8ToBytes } from '@noble/hashes/utils.js';
import { programHash } from '../../verifier/solana/program-account.ts';
import { accountJson, addressOf, programAccount, programDataAccount } from './chain-accounts.ts';
import { contractDocument } from './contract-document.ts';

const [PROGRAM, DATA, AUTHORITY] = [addressOf('program'), addressOf('program data'), addressOf('authority')];
const BUILD = utf8ToBytes('the bytes of a build');

const program = accountJson(programAccount(PROGRAM, DATA));
const deployed = (authority: string, build: Uint8Array) =>
  accountJson(programDataAccount(DATA, authority, build));
const audited = { sha256: programHash(BUILD), upgrade_authority: AUTHORITY };
const SOUND = { program, program_data: deployed(AUTHORITY, BUILD), audited };

export function programVectors() {
  const other = utf8ToBytes('the bytes of a bui1d');
  const cut = { ...SOUND.program_data, data: Buffer.from(new Uint8Array(44)).toString('base64') };
  return contractDocument('program', 'A deployed program against its audit.', [
    ['matches', 'audited-build', SOUND],
    ['hash-differs', 'one-byte-differs', { ...SOUND, program_data: deployed(AUTHORITY, other) }],
    ['hash-differs', 'hash-comes-before-authority', { ...SOUND, program_data: deployed(DATA, other) }],
    ['authority-differs', 'another-authority', { ...SOUND, program_data: deployed(DATA, BUILD) }],
    ['authority-differs', 'should-be-final', { ...SOUND, audited: { ...audited, upgrade_authority: null } }],
    ['not-upgradeable', 'not-executable', { ...SOUND, program: { ...program, executable: false } }],
    ['malformed', 'data-account-cut', { ...SOUND, program_data: cut }],
    [
      'malformed',
      'data-account-of-another',
      { ...SOUND, program_data: { ...SOUND.program_data, address: PROGRAM } },
    ],
    ['absent', 'no-program', { ...SOUND, program: null }],
    ['absent', 'no-data-account', { ...SOUND, program_data: null }],
  ]);
}
