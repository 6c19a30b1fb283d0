/** How a run's times are written: hours and minutes, seconds only where the run needs them, days once there are some. */
export type ClockFace = (seconds: number) => string;

const two = (value: number): string => String(value).padStart(2, '0');

export function clockFace(times: readonly number[]): ClockFace {
  const seconds = times.some((time) => time % 60 !== 0);
  return (time) => {
    const days = Math.floor(time / 86_400);
    const face = `${Math.floor((time % 86_400) / 3600)}:${two(Math.floor(time / 60) % 60)}${seconds ? `:${two(time % 60)}` : ''}`;
    return days === 0 ? face : `${days}d ${face}`;
  };
}

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
