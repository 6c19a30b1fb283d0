import { possibleValues } from '../../simulator/explore/cone/possible-values.ts';
import { rewrite } from '../../simulator/explore/cone/rewrite.ts';
import { effectsOf } from '../../simulator/kernel/effects.ts';
import { readsOf } from '../../simulator/kernel/guard.ts';
import type { Effect, Machine } from '../../simulator/kernel/machine.ts';
import { isNever, simplify } from '../../simulator/kernel/simplify.ts';
import { writeByName } from './changed-parts.ts';

/**
 * A machine as text with everything left out that no run of it can show: what can never happen, and what is written and never
 * read. Machines with the same normal form have the same runs, so that nobody can tell one from the other.
 */
export function normalForm(machine: Machine): string {
  let left = machine;
  // What is left of the guards follows from the effects that are left.
  for (let before = -1; before !== size(left); ) {
    before = size(left);
    left = withoutUnread(withoutImpossible(left));
  }
  return byName(left);
}

const size = (machine: Machine): number =>
  machine.windows.length + machine.consequences.length + [...effectsOf(machine)].length;

function withoutImpossible(machine: Machine): Machine {
  const values = possibleValues(machine, []);
  const folded = rewrite(machine, {
    guard: (guard) => simplify(guard, values),
    effect: (effect) => {
      if (effect.op !== 'if') return [effect];
      if (isNever(effect.when) || effect.effects.length === 0) return [];
      return effect.when.op === 'always' ? effect.effects : [effect];
    },
  });
  return {
    ...folded,
    windows: folded.windows.filter(({ when }) => !isNever(when)),
    consequences: folded.consequences.filter(({ when }) => !isNever(when)),
  };
}

function withoutUnread(machine: Machine): Machine {
  const variables = new Set(machine.promises.map(({ variable }) => variable));
  const clocks = new Set<number | undefined>(machine.promises.map(({ clock }) => clock));
  for (const { when, clock, owner, answered } of machine.windows) {
    readsOf(when, variables);
    clocks.add(clock);
    if (answered !== undefined) variables.add(answered);
    if ('failed' in owner) variables.add(owner.failed);
  }
  for (const { when } of machine.consequences) readsOf(when, variables);
  for (const effect of effectsOf(machine)) if (effect.op === 'if') readsOf(effect.when, variables);
  const isRead = (effect: Effect): boolean => {
    if (effect.op === 'set' || effect.op === 'add') return variables.has(effect.variable);
    return effect.op === 'start' || effect.op === 'stop' ? clocks.has(effect.clock) : true;
  };
  return rewrite(machine, {
    guard: (guard) => guard,
    effect: (effect) => (isRead(effect) ? [effect] : []),
  });
}

/** Places change when something new comes before them; names do not. What nothing mentions any more is not listed. */
function byName(machine: Machine): string {
  const { windows, consequences, events, promises, grain } = machine;
  const emitted = new Set(
    [...effectsOf(machine)].flatMap((effect) => (effect.op === 'emit' ? [effect.event] : [])),
  );
  return writeByName(machine, {
    grain,
    windows,
    consequences,
    events: events.filter((_, index) => emitted.has(index)).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    promises,
  });
}
