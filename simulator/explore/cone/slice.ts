import { effectsOf } from '../../kernel/effects.ts';
import { readsOf } from '../../kernel/guard.ts';
import type { Machine, Window } from '../../kernel/machine.ts';
import { type Human, mayFail } from '../../kernel/may-fail.ts';
import { isNever, simplify } from '../../kernel/simplify.ts';
import type { Cone } from './cone.ts';
import { mergeValues } from './merge-values.ts';
import { possibleValues } from './possible-values.ts';
import { closeUnderInfluence, relevance } from './relevance.ts';
import { renumber } from './renumber.ts';
import { distinct, kept, rewrite } from './rewrite.ts';

/** A machine on its way to a cone: fewer statements, but variables and clocks still in their old places. */
interface Draft {
  readonly machine: Machine;
  readonly windowOf: readonly number[];
  readonly restless: readonly Human[];
}

/**
 * The cone of some promises of a machine, with what can never hold folded away and what nobody tells apart merged; repeated,
 * since each makes room for the other. `outside`: the machine whose other windows people may fail at, when it is not this one.
 */
export function slice(machine: Machine, targets: readonly number[], outside: Machine = machine): Cone {
  let draft: Draft = {
    machine,
    windowOf: machine.windows.map((_, index) => index),
    restless: restlessOwners(machine, outside),
  };
  for (let before: Draft | undefined; before === undefined || !isSame(before, draft); ) {
    before = draft;
    const next = restrict(fold(draft), machine, targets);
    draft = { ...next, restless: restlessOwners(next.machine, outside) };
  }
  return renumber(
    draft,
    targets.map((target) => machine.promises[target]?.variable as number),
  );
}

const isSame = (one: Draft, other: Draft): boolean =>
  one.machine === other.machine &&
  one.restless.length === other.restless.length &&
  one.restless.every((owner, place) => owner === other.restless[place]);

/** Guards without atoms that are decided, statements that cannot happen left out, values merged. */
function fold({ machine, windowOf, restless }: Draft): Draft {
  const values = possibleValues(machine, restless);
  const folded = rewrite(machine, {
    guard: (guard) => simplify(guard, values),
    effect: (effect) => {
      if (effect.op !== 'if') return [effect];
      if (isNever(effect.when)) return [];
      return effect.when.op === 'always' ? effect.effects : [effect];
    },
  });
  const windows = kept(folded.windows, (window) => (isNever(window.when) ? [] : [window]));
  const consequences = kept(folded.consequences, (each) => (isNever(each.when) ? [] : [each]));
  return {
    machine: mergeValues(withParts(folded, { windows, consequences })),
    windowOf: windowOf.filter((_, place) => !isNever((folded.windows[place] as Window).when)),
    restless,
  };
}

/** Only what the targets depend on. */
function restrict({ machine, windowOf, restless }: Draft, whole: Machine, targets: readonly number[]): Draft {
  const wanted = targets.map((target) => whole.promises[target]);
  const relevant = closeUnderInfluence(machine, {
    variables: new Set(wanted.flatMap((promise) => (promise ? [promise.variable] : []))),
    clocks: new Set(wanted.flatMap((promise) => promise?.clock ?? [])),
  });
  const isRelevant = relevance(machine, relevant);
  const trimmed = rewrite(machine, {
    guard: (guard) => guard,
    effect: (effect) => (isRelevant(effect) ? [effect] : []),
  });
  const told = trimmed.windows.map((window) => {
    const alternatives = distinct(window.alternatives);
    return alternatives === window.alternatives ? window : { ...window, alternatives };
  });
  const left = withoutTwins(told);
  const windows = kept(trimmed.windows, (_, place) => left[place] ?? []);
  return {
    machine: withParts(trimmed, {
      windows,
      consequences: kept(trimmed.consequences, (each) => (each.effects.length > 0 ? [each] : [])),
      promises: kept(trimmed.promises, (each) => (relevant.variables.has(each.variable) ? [each] : [])),
    }),
    windowOf: windowOf.filter((_, place) => left[place]?.length === 1),
    restless,
  };
}

/** The machine with these parts; itself where they are its own. */
const withParts = (machine: Machine, parts: Partial<Machine>): Machine =>
  (Object.keys(parts) as (keyof Machine)[]).every((key) => parts[key] === machine[key])
    ? machine
    : { ...machine, ...parts };

/** Which windows stay: those that do something, and of those of nature that are always open and do the same, one. */
function withoutTwins(windows: readonly Window[]): (readonly Window[])[] {
  const seen = new Set<string>();
  return windows.map((window) => {
    const { owner, when, clock, alternatives } = window;
    if (alternatives.length === 0) return [];
    if (owner.kind !== 'nature' || clock !== undefined) return [window];
    const key = JSON.stringify([when, alternatives.map(({ effects }) => effects)]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [window];
  });
}

/**
 * People whose failing something inside reads, and who are bound by some window that is not inside: such a window may be the
 * one they fail at (section 7, b).
 */
function restlessOwners(inside: Machine, outside: Machine): Human[] {
  const read = new Set<number>();
  for (const { when } of [...inside.windows, ...inside.consequences]) readsOf(when, read);
  for (const effect of effectsOf(inside)) if (effect.op === 'if') readsOf(effect.when, read);
  const owners = new Map<number, Human>();
  const count = (machine: Machine, failed: number) =>
    machine.windows.filter(
      ({ owner, hi }) => hi !== undefined && 'failed' in owner && owner.failed === failed,
    ).length;
  for (const { owner, hi } of outside.windows)
    if (hi !== undefined && mayFail(owner)) owners.set(owner.failed, owner);
  return [...owners]
    .filter(([failed]) => read.has(failed) && count(inside, failed) < count(outside, failed))
    .map(([, owner]) => owner);
}
