/** A span with at most two units: `4m 30s`, `71h 20m`, `6d 3h`. */
export function spanWords(seconds: number): string {
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return join(Math.floor(seconds / 60), 'm', seconds % 60, 's');
  if (seconds < 4 * 86_400)
    return join(Math.floor(seconds / 3600), 'h', Math.floor((seconds % 3600) / 60), 'm');
  return join(Math.floor(seconds / 86_400), 'd', Math.floor((seconds % 86_400) / 3600), 'h');
}

const join = (big: number, bigUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${big}${bigUnit}` : `${big}${bigUnit} ${small}${smallUnit}`;
