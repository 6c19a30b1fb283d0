import blst from '@chainsafe/blst';
import type { SyncCommitteeCode } from '../../verifier/sync-committee-codes.ts';

/** The contract as the reference library would keep it: an implementation that shares no line with ours. */
export function blstVerifySyncCommittee(
  pubkeys: Uint8Array,
  signature: Uint8Array,
  root: Uint8Array,
): SyncCommitteeCode {
  const parsed =
    signature.length === 96 ? attempt(() => blst.Signature.fromBytes(signature, false)) : undefined;
  if (parsed === undefined) return 'malformed-signature';
  if (pubkeys.length === 0) return 'no-keys';
  const keys = chunks(pubkeys).map((chunk) =>
    chunk.length === 48 ? attempt(() => blst.PublicKey.fromBytes(chunk, false)) : undefined,
  );
  if (!keys.every((key) => key !== undefined)) return 'malformed-key';
  const aggregate = attempt(() => blst.aggregatePublicKeys(keys, true));
  if (aggregate === undefined) return 'aggregation-failed';
  return attempt(() => blst.verify(root, aggregate, parsed, true, true)) === true ? 'verified' : 'invalid';
}

function chunks(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / 48) }, (_, index) =>
    bytes.slice(index * 48, (index + 1) * 48),
  );
}

function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}
