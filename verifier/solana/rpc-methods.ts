/**
 * The JSON-RPC methods that change nothing, and may therefore be asked again elsewhere. Whatever is not
 * listed is treated as a send: repeating it could act twice.
 */
const READS: ReadonlySet<string> = new Set([
  'getAccountInfo',
  'getBalance',
  'getBlock',
  'getBlockHeight',
  'getBlockTime',
  'getBlocks',
  'getEpochInfo',
  'getFeeForMessage',
  'getFirstAvailableBlock',
  'getGenesisHash',
  'getHealth',
  'getLatestBlockhash',
  'getMinimumBalanceForRentExemption',
  'getMultipleAccounts',
  'getProgramAccounts',
  'getSignatureStatuses',
  'getSignaturesForAddress',
  'getSlot',
  'getTokenAccountBalance',
  'getTokenAccountsByOwner',
  'getTokenSupply',
  'getTransaction',
  'getVersion',
  'isBlockhashValid',
  'minimumLedgerSlot',
  'simulateTransaction',
]);

export function isRead(method: unknown): boolean {
  return typeof method === 'string' && READS.has(method);
}
