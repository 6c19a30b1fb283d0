import type { Connection } from '@solana/web3.js';
import type { AccountSnapshot } from './account-snapshot.ts';
import { type Asked, ask } from './ask.ts';
import { readAccounts } from './read-accounts.ts';
import { type HistoryChain, type WalletHistory, walletHistory } from './wallet-history.ts';

export type EvidenceRequest = {
  /** Base58 addresses, at most 100, so that all are read at one slot. */
  readonly accounts: readonly string[];
  /** Base58 addresses whose transactions are kept. */
  readonly wallets: readonly string[];
  readonly transactionsPerWallet: number;
};

export type Evidence = {
  /** Which chain this is: the hash of its first block; null where it could not be read. */
  readonly genesisHash: string | null;
  /** Of the accounts, finalized: no fork can take this state back. */
  readonly slot: bigint;
  readonly blockhash: string | null;
  readonly accounts: ReadonlyMap<string, AccountSnapshot | null>;
  readonly wallets: readonly WalletHistory[];
  /** What could not be read, in words; an empty list says that nothing is missing. */
  readonly gaps: readonly string[];
};

export type EvidenceChain = HistoryChain &
  Pick<Connection, 'getMultipleAccountsInfoAndContext' | 'getBlock' | 'getGenesisHash'>;

/**
 * Reads what an investigation needs later; accounts first, because they change. Without accounts there is no
 * evidence.
 */
export async function gatherEvidence(
  chain: EvidenceChain,
  request: EvidenceRequest,
): Promise<Asked<Evidence>> {
  const read = await readAccounts(chain, request.accounts, 'finalized');
  if ('unavailable' in read) return read;
  const { slot, accounts } = read.value;
  const block = await ask(() => blockhashOf(chain, slot));
  const genesis = await ask(() => chain.getGenesisHash());
  const wallets: WalletHistory[] = [];
  for (const wallet of request.wallets) {
    wallets.push(await walletHistory(chain, wallet, request.transactionsPerWallet));
  }
  return {
    value: {
      genesisHash: 'value' in genesis ? genesis.value : null,
      slot,
      blockhash: 'value' in block ? block.value : null,
      accounts,
      wallets,
      gaps: [
        ...('unavailable' in block ? [`block hash of slot ${slot}: ${block.unavailable}`] : []),
        ...('unavailable' in genesis ? [`genesis hash: ${genesis.unavailable}`] : []),
        ...wallets.flatMap((history) => history.gaps),
      ],
    },
  };
}

async function blockhashOf(chain: EvidenceChain, slot: bigint): Promise<string> {
  const block = await chain.getBlock(Number(slot), {
    commitment: 'finalized',
    maxSupportedTransactionVersion: 0,
    rewards: false,
    transactionDetails: 'none',
  });
  if (block === null) throw new RangeError('no block');
  return block.blockhash;
}
