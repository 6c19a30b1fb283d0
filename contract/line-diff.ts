/** How many lines are compared: a generated part is a table of some tens of rows. */
const MOST_LINES = 500;

/** The lines that go and come, each with its sign, and one unchanged line around them. */
export function lineDiff(before: string, after: string): string[] {
  const old = before === '' ? [] : before.split('\n').slice(0, MOST_LINES);
  const now = after.split('\n').slice(0, MOST_LINES);
  const lengths = commonLengths(old, now);
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push(` ${old[i]}`);
      i++;
      j++;
    } else if (i < old.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1)) lines.push(`-${old[i++]}`);
    else if (j < now.length) lines.push(`+${now[j++]}`);
    else lines.push(`-${old[i++]}`);
  }
  return lines.filter((_, index) => [-1, 0, 1].some((near) => /^[-+]/.test(lines[index + near] ?? '')));
}

/** Longest common subsequence of the rests from each pair of lines on. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths: number[][] = Array.from({ length: old.length + 1 }, () => new Array(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      (lengths[i] as number[])[j] =
        old[i] === now[j]
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
  return lengths;
}

const at = (lengths: readonly (readonly number[])[], i: number, j: number): number => lengths[i]?.[j] ?? 0;
