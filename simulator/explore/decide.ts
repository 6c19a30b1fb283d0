import type { Machine } from '../kernel/machine.ts';
import { type Abstraction, abstractionOf } from './abstract/abstraction.ts';
import type { Kept } from './abstract/kept.ts';
import { type ActedOut, actOut, type Misplayed, type Stage } from './act-out.ts';
import { type Blame, blameFor, blameLast, dependsOn, isSomething, sizeOf, smallest } from './blame.ts';
import { coarseTime } from './coarse-time.ts';
import type { Goal } from './future.ts';
import { generateEngine } from './generate.ts';
import type { Attempt } from './proof.ts';
import { type Budget, type Search, search } from './search.ts';
import { slice } from './slice.ts';
import { type Model, type Story, storyOf } from './story.ts';
import type { Subject } from './subject.ts';

/** What became of the question whether a promise can be broken, or called at all. */
export interface Decision {
  readonly kind: 'never' | 'found' | 'gave-up' | 'does-not-settle';
  /** Fewer failures than this do not do it; Infinity: no number does. */
  readonly least: number;
  readonly found: { readonly cost: number; readonly story: Story; readonly acted: ActedOut } | undefined;
  readonly attempts: readonly Attempt[];
}

/** How many stories of a model that knows everything are tried before it is given up. */
const TRIES = 40;
/** States after which a model is first tried with rounded times. */
const FIRST_LOOK = 10_000;
/** Ticks to the deadline when times are rounded, coarsest first. */
const TICKS = [1, 6, 24];
/** What a model may be asked to learn at once, unless there is no other way. */
const SMALL = 8;
/** A model that has been mended so often is not going to be mended. */
const ROUNDS = 40;

/**
 * Counterexample-guided refinement (Clarke et al. 2003): begin with a model that knows the promise alone; whatever breaks it there
 * is played in the whole machine; if it cannot happen, the model learns what stood in the way. No break in a coarser model: no
 * break at all. The first break is the cheapest of its model, so that one which can happen is the cheapest of all.
 */
export function decide(subject: Subject, target: number, goal: Goal, budget: Budget): Decision {
  const { whole } = subject;
  const promise = whole.promises[target] as Machine['promises'][number];
  const attempts: Attempt[] = [];
  let least = 0;
  let kept: Kept = {
    variables: new Set([promise.variable]),
    clocks: new Set(promise.clock === undefined ? [] : [promise.clock]),
  };
  const look = (model: Model, spend: Budget) => {
    const outcome = lookFor(subject, model, promise.name, goal, spend);
    const { result, found } = outcome;
    attempts.push(attemptOf(model, result, found !== undefined));
    least = Math.max(least, result.first[0] ?? result.complete + 1);
    const cost = result.breaks[0]?.cost;
    const said = { least, found: undefined, attempts };
    const end: Decision | undefined =
      result.unsettled !== undefined
        ? { ...said, kind: 'does-not-settle' }
        : found && cost !== undefined
          ? { ...said, kind: 'found', found: { cost, ...found } }
          : least === Number.POSITIVE_INFINITY
            ? { ...said, kind: 'never' }
            : undefined;
    return { ...outcome, end };
  };
  for (let round = 0; round < ROUNDS; round++) {
    const model = modelOf(subject, kept, target, goal);
    const first = look(model, { ...budget, states: Math.min(budget.states, FIRST_LOOK) });
    if (first.end) return first.end;
    let last = first;
    for (const ticks of TICKS) {
      if (last.result.first[0] !== undefined && last === first) break;
      const rounded = withCoarseTime(model, goal, ticks);
      if (!rounded) break;
      const outcome = look(rounded, budget);
      if (outcome.end) return outcome.end;
      if (outcome.result.first[0] === undefined) break;
      last = outcome;
    }
    if (last.result.first[0] === undefined && budget.states > FIRST_LOOK) {
      last = look(model, budget);
      if (last.end) return last.end;
    }
    if (last.result.first[0] === undefined) break;
    const next = refined(subject, model.coarse, last.misplayed);
    DEBUG.hook?.(
      model,
      last.story,
      last.misplayed,
      next && {
        variables: [...next.variables].filter((v) => !kept.variables.has(v)),
        clocks: [...next.clocks].filter((v) => !kept.clocks.has(v)),
      },
    );
    if (!next) break;
    kept = next;
  }
  return { kind: 'gave-up', least, found: undefined, attempts };
}

function modelOf({ whole, assumed }: Subject, kept: Kept, target: number, goal: Goal): Model {
  const coarse = abstractionOf(assumed, kept, [target]);
  const cone = slice(coarse.machine, [promiseIn(coarse, whole, target)], assumed.machine);
  const rounded = cone.machine.clocks.length === 0;
  return { whole, coarse, cone, engine: generateEngine(cone, goal), rounded };
}

function withCoarseTime(model: Model, goal: Goal, ticks: number): Model | undefined {
  const cone = coarseTime(model.cone, ticks);
  return cone && { ...model, cone, engine: generateEngine(cone, goal), rounded: true };
}

const promiseIn = ({ machine }: Abstraction, whole: Machine, target: number): number =>
  machine.promises.findIndex(({ name }) => name === whole.promises[target]?.name);

function lookFor(
  { whole, preparations, benevolence, starts, encode }: Subject,
  model: Model,
  promise: string,
  goal: Goal,
  budget: Budget,
) {
  const { coarse, engine } = model;
  const stage: Stage = {
    whole,
    promise,
    goal,
    benevolence,
    encode,
    starts,
    inside: new Set(
      coarse.items.flatMap((item, index) =>
        coarse.exact[index] && item.kind === 'window' ? [item.index] : [],
      ),
    ),
    preparations: new Map(
      [...preparations].filter(([, { variable }]) => !coarse.kept.variables.has(variable)),
    ),
  };
  let found: { readonly story: Story; readonly acted: ActedOut } | undefined;
  let misplayed: Misplayed[] = [];
  let told: Story | undefined;
  let tries = 0;
  const result: Search = search(engine, 1, budget, (_, state, table) => {
    const story = storyOf(model, table, state);
    const acted = actOut(stage, story);
    if (!Array.isArray(acted)) {
      found = { story, acted };
      return true;
    }
    misplayed = acted;
    told = story;
    return !coarse.complete || ++tries >= TRIES;
  });
  return { result, found, misplayed, story: told };
}

/** The model with what the story shows it lacks; without a difference to be seen, with all that some window of it still lacks. */
export const DEBUG: any = {};
function refined(
  { assumed }: Subject,
  coarse: Abstraction,
  misplayed: readonly Misplayed[],
): Kept | undefined {
  const { kept } = coarse;
  for (const each of misplayed) {
    const blame = blameLast(assumed, coarse, each);
    if (isSomething(blame)) return withAlso(kept, blame);
  }
  // Runs in which everything takes as long as it may show best what is forced; `latest` stands first and last.
  const [first, ...rest] = misplayed;
  const inOrder = [...(rest.length > 1 ? [rest.at(-1), first] : [first]), ...rest].flatMap(
    (each) => each ?? [],
  );
  const blames = inOrder.map((each) => blameFor(assumed, coarse, each));
  const next = blames.find((blame) => isSomething(blame) && sizeOf(blame) <= SMALL) ?? smallest(blames);
  if (next) return withAlso(kept, next);
  for (const item of coarse.items) {
    const blame =
      item.kind === 'window'
        ? dependsOn(kept, assumed.machine.windows[item.index] as Machine['windows'][number])
        : {
            variables: [...(assumed.consequences[item.index]?.reads ?? [])].filter(
              (each) => !kept.variables.has(each),
            ),
            clocks: [],
          };
    if (isSomething(blame)) return withAlso(kept, blame);
  }
  return undefined;
}

const withAlso = (kept: Kept, { variables, clocks }: Blame): Kept => ({
  variables: new Set([...kept.variables, ...variables]),
  clocks: new Set([...kept.clocks, ...clocks]),
});

const attemptOf = ({ whole, coarse, cone, engine }: Model, result: Search, replays: boolean): Attempt => ({
  kept: [
    ...[...coarse.kept.variables].map((each) => coarse.machine.variables[each]?.name ?? ''),
    ...[...coarse.kept.clocks].map((each) => `clock ${whole.clocks[each]?.name ?? ''}`),
  ],
  windows: cone.machine.windows.length,
  exact: cone.windowOf.flatMap((place) => {
    const item = coarse.items[place];
    return coarse.exact[place] && item?.kind === 'window' ? [item.index] : [];
  }),
  free: cone.machine.windows.filter(({ owner, hi }) => owner.kind === 'nature' && hi === undefined).length,
  grain: cone.machine.clocks.length === 0 ? undefined : cone.machine.grain,
  bits: engine.layout.bits,
  states: result.states,
  bytes: result.bytes,
  complete: result.complete,
  broke: result.first[0],
  replays,
});
