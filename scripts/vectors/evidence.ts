import { utf8ToBytes } from '@noble/hashes/utils.js';
import { MANIFEST, manifestOf } from '../../verifier/solana/evidence-files.ts';
import { contractDocument } from './contract-document.ts';

const FILES = new Map([
  ['snapshot.json', utf8ToBytes('{"slot": 7}\n')],
  ['accounts/mint.bin', Uint8Array.of(1, 2, 3)],
]);
const manifest = manifestOf(FILES);

function bundle(changes: Readonly<Record<string, Uint8Array | null>> = {}) {
  const files = { ...Object.fromEntries(FILES), [MANIFEST]: manifest, ...changes };
  const present = Object.entries(files).filter(([, bytes]) => bytes !== null) as [string, Uint8Array][];
  const encoded = present.map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]);
  return { files: Object.fromEntries(encoded) };
}

export function evidenceVectors() {
  return contractDocument('evidence', 'A bundle of two files, and what can happen to it.', [
    ['intact', 'as-written', bundle()],
    ['altered', 'one-byte', bundle({ 'accounts/mint.bin': Uint8Array.of(1, 2, 4) })],
    ['missing', 'a-file-is-gone', bundle({ 'snapshot.json': null })],
    [
      'missing',
      'missing-comes-before-unlisted',
      bundle({ 'snapshot.json': null, planted: Uint8Array.of(1) }),
    ],
    ['unlisted', 'a-file-was-planted', bundle({ planted: Uint8Array.of(1) })],
    ['no-manifest', 'none', bundle({ [MANIFEST]: null })],
    ['no-manifest', 'unreadable', bundle({ [MANIFEST]: utf8ToBytes('sha256  snapshot.json\n') })],
  ]);
}
