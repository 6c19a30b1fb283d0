import type { ContractChange } from './classify-changes.ts';

/** What the version must at least be after these changes; undefined when the given one will do. */
export function missingBump(
  before: string,
  after: string,
  changes: readonly ContractChange[],
): string | undefined {
  const old = parts(before);
  const now = parts(after);
  const level = changes.some((change) => change.level === 'major') ? 0 : changes.length > 0 ? 1 : 2;
  const least = level === 2 ? old : raised(old, level);
  return compare(now, least) < 0 ? least.join('.') : undefined;
}

type Version = readonly [number, number, number];

const parts = (version: string) => version.split('.').map(Number) as unknown as Version;

const raised = ([major, minor]: Version, level: 0 | 1): Version =>
  level === 0 ? [major + 1, 0, 0] : [major, minor + 1, 0];

const compare = (one: Version, other: Version): number =>
  one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
