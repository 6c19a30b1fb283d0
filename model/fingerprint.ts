import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Path } from './position.ts';

/** 12 hex digits that stay the same while lines move, and while the items before a named one come and go. */
export function fingerprint(rule: string, file: string, path: Path, subject: string): string {
  const named = JSON.stringify([rule, file, path, subject]);
  return bytesToHex(sha256(utf8ToBytes(named))).slice(0, 12);
}

/** The path with list items called by their `id` where they have one, so that an insertion changes no fingerprint. */
export function namedPath(root: unknown, path: Path): Path {
  let node = root;
  return path.map((segment) => {
    node = (node as Record<string | number, unknown> | null | undefined)?.[segment];
    const id = typeof segment === 'number' ? (node as { id?: unknown } | null | undefined)?.id : undefined;
    return typeof id === 'string' ? id : segment;
  });
}
