import type { EvidenceCode } from './evidence-codes.ts';
import { type EvidenceFiles, hexSha256, MANIFEST } from './evidence-files.ts';

export type EvidenceVerdict = {
  readonly name: EvidenceCode;
  /** The files that the code is about, sorted. */
  readonly paths: readonly string[];
  /**
   * Hex sha256 of the manifest, to compare with what was written down when the bundle was made; null without
   * one.
   */
  readonly digest: string | null;
};

const LINE = /^([0-9a-f]{64}) {2}(.+)$/;

/**
 * Compares a bundle with its manifest. Proves that nothing changed since the manifest was written, not who
 * wrote it.
 */
export function checkEvidence(files: EvidenceFiles): EvidenceVerdict {
  const manifest = files.get(MANIFEST);
  const listed = manifest && readManifest(manifest);
  if (!manifest || !listed) return { name: 'no-manifest', paths: [], digest: null };
  const digest = hexSha256(manifest);
  const present = [...files.keys()].filter((path) => path !== MANIFEST);
  const findings: [EvidenceCode, string[]][] = [
    ['missing', [...listed.keys()].filter((path) => !files.has(path))],
    ['altered', present.filter((path) => listed.has(path) && listed.get(path) !== hash(files, path))],
    ['unlisted', present.filter((path) => !listed.has(path))],
  ];
  const [name, paths] = findings.find(([, found]) => found.length > 0) ?? (['intact', present] as const);
  return { name, paths: [...paths].sort(), digest };
}

function hash(files: EvidenceFiles, path: string): string {
  return hexSha256(files.get(path) as Uint8Array);
}

/** Path to hash; null for an empty manifest, a line of another shape or a path listed twice. */
function readManifest(bytes: Uint8Array): Map<string, string> | null {
  const listed = new Map<string, string>();
  for (const line of new TextDecoder().decode(bytes).replace(/\n$/, '').split('\n')) {
    const [, hash, path] = LINE.exec(line) ?? [];
    if (hash === undefined || path === undefined || listed.has(path)) return null;
    listed.set(path, hash);
  }
  return listed;
}
