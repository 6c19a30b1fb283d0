import type { Machine } from '../../kernel/machine.ts';
import type { Abstraction, Reading } from '../abstract/abstraction.ts';
import type { Assumption } from '../abstract/variants.ts';
import type { Model } from '../model.ts';
import type { Engine } from '../search/engine.ts';
import type { StateTable } from '../search/state-table.ts';

/** One move of the run that breaks a promise. */
export interface StoryMove {
  /** Seconds since the run began. */
  readonly t: number;
  readonly site: string;
  /** The window of the whole machine; undefined: a consequence that the coarser model leaves open, or a failure. */
  readonly window: number | undefined;
  readonly consequence?: number;
  /** What happened there; undefined: its owner missed the bound. */
  readonly alternative: string | undefined;
  /** The person or group that failed here. */
  readonly fails?: string;
  readonly owner: string;
  readonly text: string;
  /** The coarser model lets nature do it; in the whole machine it takes its own course. */
  readonly given?: true;
  /** The time is only near the one at which it can happen. */
  readonly about?: true;
  /** The window and alternative of the coarser model. */
  readonly coarse?: { readonly window: number; readonly alternative: number };
  /** What is not looked at must be one of these for the move to do what it does in the story. */
  readonly assumes?: readonly Assumption[];
}

/** The moves on the way to a state, and when the last of them ended. */
export interface Story {
  readonly moves: readonly StoryMove[];
  /** Seconds: for a deadline the last instant at which it could have been kept. */
  readonly breaksAt: number;
}

/** Reads the way to a state back from the table; each move is found by expanding the state before it once more. */
export function storyOf(model: Model, table: StateTable, state: number): Story {
  const { cone, engine } = model;
  const path = [state];
  for (let at = table.parents[state] as number; at >= 0; at = table.parents[at] as number) path.unshift(at);
  const moves: StoryMove[] = [];
  let grains = 0;
  let breaksAt = 0;
  for (const [place, to] of path.entries()) {
    const from = path[place - 1];
    if (from === undefined) continue;
    const move = engine.moves[moveBetween(engine, table, from, to)];
    const t = grains * cone.machine.grain;
    breaksAt = t;
    if (move?.kind === 'tick') grains++;
    if (move?.kind === 'fire') moves.push(fired(model, move.window, move.alternative, t));
    if (move?.kind === 'fail') moves.push(failed(move.owner.id, t));
  }
  return { moves, breaksAt };
}

export const failed = (owner: string, t: number): StoryMove => ({
  t,
  site: '',
  window: undefined,
  alternative: undefined,
  fails: owner,
  owner,
  text: 'is late',
});

function moveBetween(engine: Engine, table: StateTable, from: number, to: number): number {
  const { words } = engine.layout;
  for (const failures of [false, true]) {
    const count = engine.expand(table.states, from * words, failures, -1);
    for (let each = 0; each < count; each++) {
      let word = 0;
      while (word < words && engine.out[each * words + word] === table.states[to * words + word]) word++;
      if (word === words) return engine.move[each] as number;
    }
  }
  throw new Error('a state of the table is no successor of its parent');
}

function fired(
  { whole, coarse, cone, rounded }: Model,
  index: number,
  alternative: number,
  t: number,
): StoryMove {
  const place = cone.windowOf[index] as number;
  const item = coarse.items[place] as Abstraction['items'][number];
  const named = cone.machine.windows[index]?.alternatives[alternative]?.name;
  const reading = coarse.readings[place]?.[Number(named)] as Reading;
  const assumes = reading.assumes();
  const common = {
    t,
    assumes,
    coarse: { window: place, alternative: Number(named) },
    ...(rounded ? { about: true as const } : {}),
  };
  if (item.kind === 'consequence') {
    const site = whole.consequences[item.index]?.name ?? '';
    return {
      ...common,
      site,
      window: undefined,
      consequence: item.index,
      alternative: site,
      owner: 'nature',
      text: site,
      given: true,
    };
  }
  const window = whole.windows[item.index] as Machine['windows'][number];
  return {
    ...common,
    site: window.site,
    window: item.index,
    alternative: window.alternatives[reading.alternative]?.name ?? '',
    owner: 'id' in window.owner ? window.owner.id : window.owner.kind,
    text: window.text,
    ...(coarse.exact[place] || window.owner.kind === 'nature' ? {} : { given: true as const }),
  };
}
