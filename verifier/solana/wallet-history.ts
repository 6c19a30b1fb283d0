import type { Connection, VersionedTransactionResponse } from '@solana/web3.js';
import { ask, u64 } from './ask.ts';
import { fromBase58 } from './base58.ts';
import { verifyStrict } from './ed25519-strict.ts';
import { stableJson } from './stable-json.ts';

export type TransactionRecord = {
  readonly signature: string;
  readonly slot: bigint;
  /** Unix seconds as the chain estimates them, or null. */
  readonly blockTime: number | null;
  readonly err: unknown;
  readonly feeLamports: bigint;
  readonly logs: readonly string[];
  /** The message in wire format, base64: what the signatures sign. */
  readonly message: string;
  readonly signatures: readonly string[];
};

export type WalletHistory = {
  readonly wallet: string;
  /** Oldest first. */
  readonly transactions: readonly TransactionRecord[];
  /** Whether this is all the endpoint knows: false at the limit and after any gap. */
  readonly complete: boolean;
  /** What could not be read, in words. */
  readonly gaps: readonly string[];
};

export type HistoryChain = Pick<Connection, 'getSignaturesForAddress' | 'getTransaction'>;

/** `getSignaturesForAddress` returns no more at once. */
const PAGE = 1000;
/** Characters of JSON; a transaction has 1232 bytes and by default logs 10,000. */
const MAX_RECORD = 200_000;

/**
 * The newest `limit` finalized transactions that name a wallet (valid base58). A gap is recorded, never
 * skipped silently.
 */
export async function walletHistory(
  chain: HistoryChain,
  wallet: string,
  limit: number,
): Promise<WalletHistory> {
  const { signatures, complete, gap } = await listSignatures(chain, wallet, limit);
  const transactions: TransactionRecord[] = [];
  const gaps = gap === null ? [] : [gap];
  for (const signature of signatures.toReversed()) {
    const asked = await ask(async () => record(signature, await getTransaction(chain, signature)));
    if ('value' in asked) transactions.push(asked.value);
    else gaps.push(`transaction ${signature}: ${asked.unavailable}`);
  }
  return { wallet, transactions, complete: complete && gaps.length === 0, gaps };
}

type Listing = {
  readonly signatures: readonly string[];
  readonly complete: boolean;
  readonly gap: string | null;
};

async function listSignatures(chain: HistoryChain, wallet: string, limit: number): Promise<Listing> {
  const { PublicKey } = await import('@solana/web3.js');
  const signatures: string[] = [];
  while (signatures.length < limit) {
    const size = Math.min(PAGE, limit - signatures.length);
    const before = signatures.at(-1);
    const options = before === undefined ? { limit: size } : { limit: size, before };
    const asked = await ask(async () => {
      const page = await chain.getSignaturesForAddress(new PublicKey(wallet), options, 'finalized');
      return page.map((entry) => checkedSignature(entry.signature));
    });
    if ('unavailable' in asked) {
      return { signatures, complete: false, gap: `transactions of ${wallet}: ${asked.unavailable}` };
    }
    signatures.push(...asked.value.slice(0, size));
    if (asked.value.length < size) return { signatures, complete: true, gap: null };
  }
  return { signatures, complete: false, gap: null };
}

/** Signatures are printed and used as names of gaps: nothing else may pass for one. */
function checkedSignature(text: string): string {
  if (fromBase58(text)?.length !== 64) throw new RangeError('not a signature');
  return text;
}

function getTransaction(
  chain: HistoryChain,
  signature: string,
): Promise<VersionedTransactionResponse | null> {
  return chain.getTransaction(signature, { commitment: 'finalized', maxSupportedTransactionVersion: 0 });
}

/**
 * Throws, and `ask` turns that into a gap, when the endpoint answered without the transaction or its outcome,
 * with a message that the payer's signature does not cover (nobody can plant a transaction), or with more
 * than any transaction has. Outcome and logs are the endpoint's word.
 */
function record(signature: string, response: VersionedTransactionResponse | null): TransactionRecord {
  if (!response?.meta) throw new RangeError('transaction without outcome');
  const { slot, blockTime, meta, transaction } = response;
  const message = transaction.message.serialize();
  const payer = transaction.message.staticAccountKeys[0];
  const signed = fromBase58(signature);
  if (!payer || !signed || verifyStrict(payer.toBytes(), message, signed) !== 'accepted') {
    throw new RangeError('message without its signature');
  }
  const made: TransactionRecord = {
    signature,
    slot: u64(slot),
    blockTime: blockTime ?? null,
    err: meta.err,
    feeLamports: u64(meta.fee),
    logs: meta.logMessages ?? [],
    message: Buffer.from(message).toString('base64'),
    signatures: transaction.signatures,
  };
  if (stableJson(made, 0).length > MAX_RECORD) throw new RangeError('record too large');
  return made;
}
