/** One of the smallest sets that has a member of each of these sets in it; undefined: one of them is empty. */
export function smallestHittingSet(sets: readonly ReadonlySet<number>[]): Set<number> | undefined {
  if (sets.some(({ size }) => size === 0)) return undefined;
  for (let size = 0; ; size++) {
    const found = hit(sets, new Set(), size);
    if (found) return found;
  }
}

/** One that has these members, and at most so many more. */
function hit(
  sets: readonly ReadonlySet<number>[],
  chosen: ReadonlySet<number>,
  more: number,
): Set<number> | undefined {
  const missed = sets.find((set) => [...set].every((each) => !chosen.has(each)));
  if (!missed) return new Set(chosen);
  if (more === 0) return undefined;
  for (const each of missed) {
    const found = hit(sets, new Set([...chosen, each]), more - 1);
    if (found) return found;
  }
  return undefined;
}
