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
