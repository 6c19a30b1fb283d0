import { accountJson, addressOf, mintAccount, multisigAccount } from './chain-accounts.ts';
import { contractDocument } from './contract-document.ts';

const [MINT, MULTISIG] = [addressOf('mint'), addressOf('multisig')];
const MEMBERS = [1, 2, 3, 4, 5].map((place) => addressOf(`signer ${place}`));
const [A, , , B, C] = MEMBERS as [string, string, string, string, string];

const mint = accountJson(mintAccount(MINT, MULTISIG));
const multisig = (required: number, members: readonly string[]) =>
  accountJson(multisigAccount(MULTISIG, required, members));
const expected = { right: 'freeze', address: MULTISIG, required: 3, places: 5, members: MEMBERS };
const SOUND = { mint, authority: multisig(3, MEMBERS), expected };

export function authorityVectors() {
  const others = [...MEMBERS.slice(1), addressOf('somebody else')];
  const wallet = { ...SOUND.authority, data: '' };
  return contractDocument('authority', 'A 3-of-5 right over a mint, and the ways in which it is none.', [
    ['sound', 'three-of-five', SOUND],
    [
      'sound',
      'other-order-of-the-record',
      { ...SOUND, expected: { ...expected, members: MEMBERS.toReversed() } },
    ],
    ['sound', 'no-record-to-compare', { ...SOUND, expected: { ...expected, members: null } }],
    ['repeated-member', 'one-member-three-places', { ...SOUND, authority: multisig(3, [A, A, A, B, C]) }],
    ['threshold-differs', 'two-of-five', { ...SOUND, authority: multisig(2, MEMBERS) }],
    ['threshold-differs', 'three-of-four', { ...SOUND, authority: multisig(3, MEMBERS.slice(1)) }],
    ['members-differ', 'one-was-replaced', { ...SOUND, authority: multisig(3, others) }],
    ['not-a-multisig', 'a-wallet', { ...SOUND, authority: wallet }],
    ['other-authority', 'the-mint-names-another', { ...SOUND, mint: accountJson(mintAccount(MINT, A)) }],
    ['other-authority', 'a-right-that-nobody-holds', { ...SOUND, expected: { ...expected, right: 'pause' } }],
    ['unreadable', 'no-authority-account', { ...SOUND, authority: null }],
    ['unreadable', 'no-mint', { ...SOUND, mint: null }],
  ]);
}
