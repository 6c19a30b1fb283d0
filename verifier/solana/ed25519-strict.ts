import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';

/**
 * Why a signature was accepted or refused:
 * `accepted`, `refused` (well-formed bytes, wrong or weak signature), `malformed-key`, `malformed-signature`.
 */
export type StrictVerdict = 'accepted' | 'refused' | 'malformed-key' | 'malformed-signature';

type Point = ReturnType<typeof ed25519.Point.fromBytes>;

/** The order of the prime-order subgroup, L of RFC 8032 section 5.1. */
const ORDER = ed25519.Point.Fn.ORDER;

/**
 * Ed25519 exactly as Solana's `Ed25519SigVerify` precompile decides it: `VerifyingKey::verify_strict` of
 * ed25519-dalek, called by agave `precompiles/src/ed25519.rs`. That rule is neither RFC 8032 nor ZIP 215:
 *
 * - S is canonical, S < L (RFC 8032 section 5.1.7 step 1), so nobody can restate a signature;
 * - A and R may be encoded non-canonically (y >= p, or the sign bit of x = 0), but neither may have small
 *   order: a small-order key signs every message at once;
 * - the equation has no cofactor: S*B - k*A must be R itself, byte for byte.
 *
 * Takes raw bytes: key 32, signature 64 (R then S, little endian), message of any length. Says nothing about
 * whose key it is, what the message means or how old it is.
 */
export function verifyStrict(key: Uint8Array, message: Uint8Array, signature: Uint8Array): StrictVerdict {
  if (signature.length !== 64) return 'malformed-signature';
  const a = decompress(key);
  if (a === null) return 'malformed-key';
  const encodedR = signature.subarray(0, 32);
  const s = littleEndian(signature.subarray(32));
  if (s >= ORDER) return 'refused';
  const r = decompress(encodedR);
  if (r === null || r.isSmallOrder() || a.isSmallOrder()) return 'refused';
  const k = littleEndian(sha512.create().update(encodedR).update(key).update(message).digest()) % ORDER;
  const expected = ed25519.Point.BASE.multiplyUnsafe(s).subtract(a.multiplyUnsafe(k)).toBytes();
  return expected.every((byte, i) => byte === encodedR[i]) ? 'accepted' : 'refused';
}

/**
 * dalek's `CompressedEdwardsY::decompress`: the second argument admits the non-canonical encodings it admits.
 */
function decompress(bytes: Uint8Array): Point | null {
  if (bytes.length !== 32) return null;
  try {
    return ed25519.Point.fromBytes(bytes, true);
  } catch {
    return null;
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
