import { effectsOf } from '../../kernel/effects.ts';
import { type Guard, readsOf } from '../../kernel/guard.ts';
import type { Effect, Machine, Window } from '../../kernel/machine.ts';

/** What nature must have done for a window of the machine to fire: this alternative, so many grains before. */
export interface Preparation {
  readonly window: number;
  readonly alternative: number;
  readonly before: number;
  /** The signal that it moves. */
  readonly variable: number;
}

/** For each window of the machine that watches only what nature alone moves, an alert say, what makes it fire. */
export function preparationsOf(machine: Machine): ReadonlyMap<number, Preparation> {
  const moved = movedByNatureAlone(machine);
  const preparations = new Map<number, Preparation>();
  for (const [index, window] of machine.windows.entries()) {
    const watched = watchedValue(window, moved);
    const preparation = watched && preparationFor(machine, watched, window.lo);
    if (preparation) preparations.set(index, preparation);
  }
  return preparations;
}

const conjuncts = (guard: Guard): readonly Guard[] => (guard.op === 'all' ? guard.guards : [guard]);

interface Value {
  readonly variable: number;
  readonly value: number;
}

/** The signal value that a machine window waits for, if it waits for one. */
function watchedValue({ owner, when }: Window, moved: ReadonlySet<number>): Value | undefined {
  if (owner.kind !== 'machine') return undefined;
  return conjuncts(when).find(
    (part): part is Extract<Guard, { op: 'is' }> => part.op === 'is' && moved.has(part.variable),
  );
}

function writers(machine: Machine): Map<number, Set<number | 'machine'>> {
  const found = new Map<number, Set<number | 'machine'>>();
  const note = (effects: readonly Effect[], by: number | 'machine'): void => {
    for (const effect of effects) {
      if (effect.op === 'if') note(effect.effects, by);
      if (effect.op !== 'set' && effect.op !== 'add') continue;
      if (!found.has(effect.variable)) found.set(effect.variable, new Set());
      found.get(effect.variable)?.add(by);
    }
  };
  machine.windows.forEach(({ alternatives }, index) => {
    for (const { effects } of alternatives) note(effects, index);
  });
  for (const { effects } of machine.consequences) note(effects, 'machine');
  for (const { reactions } of machine.events) note(reactions, 'machine');
  return found;
}

/** Variables of several values that only unguarded windows of nature write, and that only window guards read. */
function movedByNatureAlone(machine: Machine): Set<number> {
  const readElsewhere = new Set<number>();
  for (const { when } of machine.consequences) readsOf(when, readElsewhere);
  for (const effect of effectsOf(machine)) if (effect.op === 'if') readsOf(effect.when, readElsewhere);
  const free = (by: number | 'machine') => by !== 'machine' && machine.windows[by]?.owner.kind === 'nature';
  return new Set(
    [...writers(machine)]
      .filter(([variable, by]) => [...by].every(free) && !readElsewhere.has(variable))
      .map(([variable]) => variable),
  );
}

function preparationFor(
  machine: Machine,
  { variable, value }: Value,
  before: number,
): Preparation | undefined {
  for (const [window, { owner, alternatives }] of machine.windows.entries()) {
    if (owner.kind !== 'nature') continue;
    const alternative = alternatives.findIndex(({ effects }) =>
      effects.some((effect) => effect.op === 'set' && effect.variable === variable && effect.to === value),
    );
    if (alternative >= 0) return { window, alternative, before, variable };
  }
  return undefined;
}
