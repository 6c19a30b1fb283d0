import { sha256 } from '@noble/hashes/sha2.js';
import type { AccountSnapshot } from './account-snapshot.ts';
import type { Evidence } from './gather-evidence.ts';
import { stableJson } from './stable-json.ts';
import type { WalletHistory } from './wallet-history.ts';

/** File contents by path relative to the bundle, `/` between folders. */
export type EvidenceFiles = ReadonlyMap<string, Uint8Array>;

/**
 * The manifest, in the format of coreutils: `sha256sum --check SHA256SUMS` proves a bundle without this
 * program.
 */
export const MANIFEST = 'SHA256SUMS';

/**
 * The bundle as files: the same evidence gives the same bytes, whoever writes it and when.
 *
 * - `snapshot.json`: chain, slot, block hash, what was asked for, gaps
 * - `accounts/<address>.json` and, where the account exists, its raw data `accounts/<address>.bin`
 * - `transactions/<wallet>.jsonl`: one transaction per line, oldest first
 * - `SHA256SUMS`: all of the above, sorted by path; its own hash is the one line worth writing down elsewhere
 */
export function evidenceFiles(evidence: Evidence): EvidenceFiles {
  const files = new Map<string, Uint8Array>([['snapshot.json', text(stableJson(summary(evidence)))]]);
  for (const [address, account] of evidence.accounts) {
    files.set(`accounts/${address}.json`, text(stableJson(describe(address, account))));
    if (account !== null) files.set(`accounts/${address}.bin`, account.data);
  }
  for (const { wallet, transactions } of evidence.wallets) {
    const lines = transactions.map((transaction) => stableJson(transaction, 0));
    files.set(`transactions/${wallet}.jsonl`, text(lines.join('\n')));
  }
  return files.set(MANIFEST, manifestOf(files));
}

export function manifestOf(files: EvidenceFiles): Uint8Array {
  const lines = [...files].map(([path, bytes]) => ({ path, line: `${hexSha256(bytes)}  ${path}` }));
  return text(
    lines
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ line }) => line)
      .join('\n'),
  );
}

export function hexSha256(bytes: Uint8Array): string {
  return Buffer.from(sha256(bytes)).toString('hex');
}

function summary({ genesisHash, slot, blockhash, accounts, wallets, gaps }: Evidence) {
  return {
    format: 'drillbook-evidence-1',
    genesisHash,
    slot,
    blockhash,
    accounts: [...accounts.keys()],
    wallets: wallets.map(({ wallet, complete, transactions }: WalletHistory) => ({
      wallet,
      complete,
      transactions: transactions.length,
    })),
    gaps,
  };
}

function describe(address: string, account: AccountSnapshot | null) {
  if (account === null) return { address, exists: false };
  const { owner, executable, lamports, data } = account;
  return { address, exists: true, owner, executable, lamports: lamports.toString(), dataLength: data.length };
}

/** Text files end with a line end; an empty one stays empty. */
function text(content: string): Uint8Array {
  return new TextEncoder().encode(content === '' ? '' : `${content}\n`);
}
