import type { Connection } from '@solana/web3.js';
import type { Asked } from '../../verifier/solana/ask.ts';
import { readMint } from '../../verifier/solana/mint-account.ts';
import { readAccounts } from '../../verifier/solana/read-accounts.ts';

/** The supply of a mint in base units; what is no mint has none. */
export async function readSupply(chain: Connection, mint: string): Promise<Asked<bigint>> {
  const read = await readAccounts(chain, [mint], 'confirmed');
  if ('unavailable' in read) return read;
  const account = read.value.accounts.get(mint) ?? null;
  const found = account && readMint(account);
  return found ? { value: found.supply } : { unavailable: 'no mint stands at this address' };
}
