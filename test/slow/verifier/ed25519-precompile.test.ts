import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyStrict } from '../../../verifier/solana/ed25519-strict.ts';
import { castKey } from '../../../verifier/solana/rehearsal/cast.ts';
import { fund } from '../../../verifier/solana/rehearsal/vm-accounts.ts';
import { freshVm } from '../../verifier/solana/fresh-vm.ts';
import { precompileAccepts } from '../../verifier/solana/precompile.ts';

const vm = await freshVm();
const payer = castKey(vm.web3, 'payer');
fund(vm, payer.publicKey, 10n ** 12n);

const { Point } = ed25519;
const L = Point.Fn.ORDER;
/** A generator of the eight points of small order. */
const TORSION = Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a');
const u256 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const scalar = u256.map((bytes) => (toNumber(bytes) % (L - 1n)) + 1n);
const eighth = fc.bigInt(0n, 7n);

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function toBytes(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn));
}

/** Counts what both accept: a comparison that never sees an acceptance compared nothing. */
const seen = { accepted: 0, refused: 0 };

function same(key: Uint8Array, message: Uint8Array, signature: Uint8Array): void {
  const ours = verifyStrict(key, message, signature) === 'accepted';
  seen[ours ? 'accepted' : 'refused']++;
  expect(ours).toBe(precompileAccepts({ vm, payer }, key, message, signature));
}

describe('verifyStrict and the precompile of the chain decide alike', () => {
  it('on signatures made with keys and nonces that carry a small-order part', () => {
    fc.assert(
      fc.property(
        scalar,
        scalar,
        eighth,
        eighth,
        fc.uint8Array({ maxLength: 100 }),
        (a, r, ta, tr, message) => {
          const key = Point.BASE.multiply(a).add(TORSION.multiplyUnsafe(ta)).toBytes();
          const nonce = Point.BASE.multiply(r).add(TORSION.multiplyUnsafe(tr)).toBytes();
          const k = toNumber(sha512(Uint8Array.from([...nonce, ...key, ...message]))) % L;
          same(key, message, Uint8Array.from([...nonce, ...toBytes((r + k * a) % L)]));
        },
      ),
      { seed: 5, numRuns: 1500 },
    );
    expect(seen.accepted).toBeGreaterThan(50);
    expect(seen.refused).toBeGreaterThan(500);
  });

  it('on every small-order key and nonce, in every encoding', () => {
    const p = Point.Fp.ORDER;
    const small = Array.from({ length: 8 }, (_, i) => TORSION.multiplyUnsafe(BigInt(i)).toBytes());
    const encodings = small.flatMap((bytes) => {
      const y = toNumber(bytes) & ((1n << 255n) - 1n);
      return [y, y + p].filter((v) => v < 1n << 255n).flatMap((v) => [toBytes(v), toBytes(v | (1n << 255n))]);
    });
    const message = new Uint8Array([7]);
    for (const key of encodings) {
      for (const nonce of encodings) {
        for (const s of [0n, 1n, L]) same(key, message, Uint8Array.from([...nonce, ...toBytes(s)]));
      }
    }
  });

  it('on good signatures with one part replaced by random bytes, and with S written beyond the order', () => {
    fc.assert(
      fc.property(u256, fc.uint8Array({ maxLength: 40 }), u256, fc.nat(4), (secret, message, noise, part) => {
        const [key, signature] = [ed25519.getPublicKey(secret), ed25519.sign(message, secret)];
        const [nonce, s] = [signature.slice(0, 32), signature.slice(32)];
        if (part === 0) same(noise, message, signature);
        else if (part === 1) same(key, message, Uint8Array.from([...noise, ...s]));
        else if (part === 2) same(key, message, Uint8Array.from([...nonce, ...noise]));
        else if (part === 3) same(key, message, Uint8Array.from([...nonce, ...toBytes(toNumber(s) + L)]));
        else same(key, message, signature);
      }),
      { seed: 5, numRuns: 1000 },
    );
  });
});
