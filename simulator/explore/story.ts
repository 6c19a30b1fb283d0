import type { Machine } from '../kernel/machine.ts';
import type { Cone } from './cone.ts';
import type { Engine } from './engine.ts';
import type { StateTable } from './state-table.ts';

/** One move of the run that breaks a promise. */
export interface StoryMove {
  /** Seconds since the run began. */
  readonly t: number;
  readonly site: string;
  /** The window of the whole machine; undefined: something that a cut leaves to nature. */
  readonly window: number | undefined;
  /** What happened there; undefined: its owner missed the bound. */
  readonly alternative: string | undefined;
  /** The person or group that failed here. */
  readonly fails?: string;
  readonly owner: string;
  readonly text: string;
  /** A coarser model lets nature do it; in the whole machine it takes its own course. */
  readonly given?: true;
}

/** The moves on the way to a state, and when the last of them ended. */
export interface Story {
  readonly moves: readonly StoryMove[];
  /** Seconds: for a deadline the last instant at which it could have been kept. */
  readonly breaksAt: number;
}

/** Reads the way to a state back from the table; each move is found by expanding the state before it once more. */
export function storyOf(cone: Cone, engine: Engine, table: StateTable, state: number, whole: Machine): Story {
  const path = [state];
  for (let at = table.parents[state] as number; at >= 0; at = table.parents[at] as number) path.unshift(at);
  const moves: StoryMove[] = [];
  let grains = 0;
  let breaksAt = 0;
  for (const [place, to] of path.entries()) {
    const from = path[place - 1];
    if (from === undefined) continue;
    const move = engine.moves[moveBetween(engine, table, from, to)];
    breaksAt = grains * cone.machine.grain;
    if (move?.kind === 'tick') grains++;
    if (move?.kind === 'fire')
      moves.push(fired(cone, whole, move.window, move.alternative, grains * cone.machine.grain));
    if (move?.kind === 'fail')
      moves.push({
        t: grains * cone.machine.grain,
        site: '',
        window: undefined,
        alternative: undefined,
        fails: move.owner.id,
        owner: move.owner.id,
        text: 'is late',
      });
  }
  return { moves, breaksAt };
}

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

function fired(cone: Cone, whole: Machine, index: number, alternative: number, t: number): StoryMove {
  const window = cone.machine.windows[index];
  const original = whole.windows[cone.windowOf[index] as number];
  const owner = original?.owner ?? { kind: 'nature' as const };
  return {
    t,
    site: window?.site ?? '',
    window: original === undefined ? undefined : cone.windowOf[index],
    alternative: window?.alternatives[alternative]?.name ?? '',
    owner: 'id' in owner ? owner.id : owner.kind,
    text: window?.text ?? '',
    ...(window?.owner.kind === 'nature' && owner.kind !== 'nature' ? { given: true as const } : {}),
  };
}
