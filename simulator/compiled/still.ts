import { G, type Memory } from './memory.ts';
import { PAUSED } from './play-text.ts';
import type { Player } from './player.ts';

/** A run between two moves, copied. */
export interface Still {
  readonly whole: Int32Array;
  readonly trace: Int32Array;
}

export const stillOf = ({ whole, g, t }: Memory): Still => ({
  whole: whole.slice(),
  trace: t.slice(0, g[G.length]),
});

/**
 * How a run with this beginning stands before it draws for the first time. Every seed comes through here, so it is played once:
 * the move that begins the incident, if nothing is asked before, with all pages and promises that it starts.
 */
export function beforeTheFirstDraw(
  { program, memory, pages }: Player,
  settled: Still,
  begins: number,
): Still {
  const { whole, g, t } = memory;
  whole.set(settled.whole);
  t.set(settled.trace);
  g[G.begins] = begins;
  g[G.chance] = 0;
  const still = stillOf(memory);
  const how = program.play(1);
  const hasBegun = how === PAUSED && g[G.chance] === 0 && pages.length === 0;
  pages.length = 0;
  return hasBegun ? stillOf(memory) : still;
}
