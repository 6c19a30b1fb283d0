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
import { distinct, rewrite } from './rewrite.ts';

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
  for (let [before, now] = ['', fingerprint(draft)]; before !== now; ) {
    const next = restrict(fold(draft), machine, targets);
    draft = { ...next, restless: restlessOwners(next.machine, outside) };
    [before, now] = [now, fingerprint(draft)];
  }
  return renumber(
    draft,
    targets.map((target) => machine.promises[target]?.variable as number),
  );
}

const fingerprint = ({ machine, restless }: Draft): string =>
  JSON.stringify([machine.windows, machine.consequences, machine.events, machine.promises, restless]);

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
  const kept = folded.windows.map((window, index) => ({ window, from: windowOf[index] as number }));
  const possible = kept.filter(({ window }) => !isNever(window.when));
  return {
    machine: mergeValues({
      ...folded,
      windows: possible.map(({ window }) => window),
      consequences: folded.consequences.filter(({ when }) => !isNever(when)),
    }),
    windowOf: possible.map(({ from }) => from),
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
  const windows = withoutTwins(
    trimmed.windows
      .map((window, index) => ({
        window: { ...window, alternatives: distinct(window.alternatives) },
        from: windowOf[index] as number,
      }))
      .filter(({ window }) => window.alternatives.length > 0),
  );
  return {
    machine: {
      ...trimmed,
      windows: windows.map(({ window }) => window),
      consequences: trimmed.consequences.filter(({ effects }) => effects.length > 0),
      promises: trimmed.promises.filter(({ variable }) => relevant.variables.has(variable)),
    },
    windowOf: windows.map(({ from }) => from),
    restless,
  };
}

/** Windows of nature that are always open and do the same are one. */
function withoutTwins<T extends { window: Window }>(windows: readonly T[]): T[] {
  const seen = new Set<string>();
  return windows.filter(({ window: { owner, when, clock, alternatives } }) => {
    if (owner.kind !== 'nature' || clock !== undefined) return true;
    const key = JSON.stringify([when, alternatives.map(({ effects }) => effects)]);
    return !seen.has(key) && seen.add(key);
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
