import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AccountSnapshot } from '../../verifier/solana/account-snapshot.ts';
import { fromAddress, toAddress } from '../../verifier/solana/base58.ts';
import { TOKEN_2022_PROGRAM, UPGRADEABLE_LOADER } from '../../verifier/solana/program-ids.ts';

/** An address that depends on its label alone; nobody holds its key. */
export const addressOf = (label: string): string =>
  toAddress(sha256(utf8ToBytes(`drillbook vectors ${label}`)));

const key = (address: string): Uint8Array => fromAddress(address) as Uint8Array;

/** An account as a request holds it. */
export const accountJson = ({ address, owner, executable, lamports, data }: AccountSnapshot) => ({
  address,
  owner,
  executable,
  lamports: String(lamports),
  data: Buffer.from(data).toString('base64'),
});

/** spl-token `state.rs`: a mint whose freeze right belongs to `freezeAuthority`. */
export function mintAccount(address: string, freezeAuthority: string): AccountSnapshot {
  const data = new Uint8Array(82);
  new DataView(data.buffer).setBigUint64(36, 1_000_000n, true);
  data.set([2, 1], 44);
  data.set([1, 0, 0, 0], 46);
  data.set(key(freezeAuthority), 50);
  return { address, owner: TOKEN_2022_PROGRAM, executable: false, lamports: 1n, data };
}

/** spl-token `state.rs`: m, n, initialised, then eleven places. */
export function multisigAccount(
  address: string,
  required: number,
  members: readonly string[],
): AccountSnapshot {
  const data = new Uint8Array(355);
  data.set([required, members.length, 1]);
  for (const [place, member] of members.entries()) data.set(key(member), 3 + 32 * place);
  return { address, owner: TOKEN_2022_PROGRAM, executable: false, lamports: 1n, data };
}

/** The upgradeable loader's program account: variant 2, then the address of its data. */
export function programAccount(address: string, dataAddress: string): AccountSnapshot {
  const data = concatBytes(Uint8Array.of(2, 0, 0, 0), key(dataAddress));
  return { address, owner: UPGRADEABLE_LOADER, executable: true, lamports: 1n, data };
}

/** Variant 3, the slot of the deployment, the authority, then the bytecode and the room behind it. */
export function programDataAccount(
  address: string,
  authority: string,
  bytecode: Uint8Array,
): AccountSnapshot {
  const head = new Uint8Array(45);
  head.set([3, 0, 0, 0, 77]);
  head[12] = 1;
  head.set(key(authority), 13);
  const data = concatBytes(head, bytecode, new Uint8Array(16));
  return { address, owner: UPGRADEABLE_LOADER, executable: false, lamports: 1n, data };
}
