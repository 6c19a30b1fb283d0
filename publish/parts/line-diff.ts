/** How many lines of either side are compared where the two differ: nobody reads more. */
const MOST_LINES = 400;

/** The lines that go and come, each with its sign, and one unchanged line around them. */
export function lineDiff(before: string, after: string): string[] {
  const old = before === '' ? [] : before.split('\n');
  const now = after.split('\n');
  const head = commonStart(old, now);
  const tail = commonStart(old.slice(head).reverse(), now.slice(head).reverse());
  const middle = signed(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  if (middle.length === 0) return [];
  const around = (lines: readonly string[]) => lines.map((line) => ` ${line}`);
  return [
    ...around(old.slice(Math.max(0, head - 1), head)),
    ...nearChanges(middle),
    ...around(old.slice(old.length - tail).slice(0, 1)),
  ];
}

/** How many lines two texts have in common before they differ. */
function commonStart(one: readonly string[], other: readonly string[]): number {
  const end = Math.min(one.length, other.length);
  for (let index = 0; index < end; index++) if (one[index] !== other[index]) return index;
  return end;
}

/** Changed lines, and unchanged ones beside them. */
const nearChanges = (lines: readonly string[]): string[] =>
  lines.filter((_, index) => [-1, 0, 1].some((near) => /^[-+]/.test(lines[index + near] ?? '')));

/** Every line with its sign; of what is too long to be compared, how much more there is. */
function signed(wholeOld: readonly string[], wholeNow: readonly string[]): string[] {
  const [old, now] = [wholeOld.slice(0, MOST_LINES), wholeNow.slice(0, MOST_LINES)];
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
  const [gone, come] = [wholeOld.length - old.length, wholeNow.length - now.length];
  return [
    ...lines,
    ...(gone > 0 ? [`-... ${gone} more lines`] : []),
    ...(come > 0 ? [`+... ${come} more lines`] : []),
  ];
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
