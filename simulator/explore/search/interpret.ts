import { holds } from '../../kernel/guard.ts';
import { type Machine, PROMISE, type Window } from '../../kernel/machine.ts';
import { ConsequencesDoNotSettle, fail, fire, isDue, isEnabled, settle, tick } from '../../kernel/moves.ts';
import { ageOf, initialState, OFF, type State, setAge } from '../../kernel/state.ts';
import { type Cone, isTie } from '../cone/cone.ts';
import type { Engine } from './engine.ts';
import { type Goal, type Shortcuts, shortcutsOf } from './future.ts';
import { layoutOf, pack, unpack } from './layout.ts';
import { type Move, movesOf, seatsOf } from './moves-of.ts';

const isHuman = ({ owner }: Window) => owner.kind === 'person' || owner.kind === 'group';

const isDueNow = (machine: Machine, state: State, window: Window): boolean =>
  isEnabled(machine, state, window) && isDue(machine, state, window);

/** The state after a move, before dead clocks rest; undefined where the move is not possible. */
function play(cone: Cone, before: State, move: Move, due: readonly Window[]): State | undefined {
  const { machine } = cone;
  const state = before.slice();
  if (move.kind === 'tick') {
    if (due.length > 0) return undefined;
    tick(machine, state, 1);
    settle(machine, state);
    return state;
  }
  if (move.kind === 'fail') {
    const window = due.find(({ owner }) => 'failed' in owner && owner.failed === move.owner.failed);
    const free = move.restless && (before[move.owner.failed] as number) < seatsOf(move.owner);
    if (!window && !free) return undefined;
    fail(machine, state, window ?? ({ owner: move.owner, site: '' } as Window));
    return state;
  }
  const window = machine.windows[move.window] as Window;
  if (!isEnabled(machine, state, window)) return undefined;
  fire(machine, state, window, move.alternative);
  // D5: a timer never cancels a duty that falls due at the same instant.
  const cancels = due.some(
    (duty) => isHuman(duty) && isTie(cone, window, duty) && !isDueNow(machine, state, duty),
  );
  return window.owner.kind === 'machine' && cancels ? undefined : state;
}

/** The kernel itself, move by move: slow, and the judge of the generated code. */
export function interpretCone(
  cone: Cone,
  goal: Goal = 'broken',
  { live, mayReach }: Shortcuts = shortcutsOf(cone, goal),
): Engine {
  const { machine, targets } = cone;
  const layout = layoutOf(machine);
  const moves = movesOf(cone);
  const out = new Int32Array(layout.words * moves.length);
  const [move, broken, called] = [0, 0, 0].map(() => new Int32Array(moves.length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const before = initialState(machine);
  let count = 0;

  const valueIn = (state: State, target: number) =>
    state[machine.promises[target]?.variable as number] as number;
  const bits = (state: State, test: (value: number) => boolean): number =>
    targets.reduce((mask, target, bit) => (test(valueIn(state, target)) ? mask | (1 << bit) : mask), 0);
  const isGoal = (value: number) => (goal === 'broken' ? value === PROMISE.violated : value !== PROMISE.idle);
  const rest = (state: State): void => {
    live.forEach((guard, clock) => {
      if (ageOf(machine, state, clock) !== OFF && !holds(guard, state)) setAge(machine, state, clock, OFF);
    });
  };
  const add = (state: State, number: number): void => {
    rest(state);
    pack(layout, state, out, count * layout.words);
    move[count] = number;
    broken[count] = bits(state, isGoal);
    called[count] = bits(state, (value) => value !== PROMISE.idle);
    count++;
  };
  const expand: Engine['expand'] = (states, offset, failures, wanted) => {
    unpack(layout, states, offset, before);
    count = 0;
    if (!mayReach.some((guard, bit) => (wanted & (1 << bit)) !== 0 && holds(guard, before))) return 0;
    const due = machine.windows.filter((window) => isDueNow(machine, before, window));
    try {
      moves.forEach((each, number) => {
        if ((each.kind === 'fail') !== failures) return;
        const state = play(cone, before, each, due);
        if (state) add(state, number);
      });
    } catch (error) {
      if (error instanceof ConsequencesDoNotSettle) return -1;
      throw error;
    }
    return count;
  };

  const start = initialState(machine);
  settle(machine, start);
  rest(start);
  add(start, 0);
  const initial = out.slice(0, layout.words);
  const atStart = { broken: broken[0] as number, called: called[0] as number };
  return { layout, moves, initial, atStart, out, move, broken, called, expand };
}
