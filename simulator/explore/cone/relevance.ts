import { readsOf } from '../../kernel/guard.ts';
import type { Effect, Machine, Window } from '../../kernel/machine.ts';

/** What a cone is made of: places of the machine's variables and clocks. */
export interface Relevant {
  readonly variables: Set<number>;
  readonly clocks: Set<number>;
}

/** Says which effects write something relevant, directly or through the event they emit. */
export function relevance(machine: Machine, relevant: Relevant) {
  const events = new Map<number, boolean>();
  const isRelevant = (effect: Effect): boolean => {
    switch (effect.op) {
      case 'set':
      case 'add':
        return relevant.variables.has(effect.variable);
      case 'start':
      case 'stop':
        return relevant.clocks.has(effect.clock);
      case 'if':
        return effect.effects.some(isRelevant);
      case 'emit':
        return eventIsRelevant(effect.event);
    }
  };
  const eventIsRelevant = (event: number): boolean => {
    const known = events.get(event);
    if (known !== undefined) return known;
    events.set(event, false); // a circle of events adds nothing of its own
    const answer = (machine.events[event]?.reactions ?? []).some(isRelevant);
    events.set(event, answer);
    return answer;
  };
  return isRelevant;
}

/**
 * The cone of influence: whatever writes something relevant makes its guard, its clock and its owner's failure relevant too,
 * until nothing is added (section 7 of the semantics).
 */
export function closeUnderInfluence(machine: Machine, seed: Relevant): Relevant {
  const relevant: Relevant = { variables: new Set(seed.variables), clocks: new Set(seed.clocks) };
  for (let size = -1; size !== relevant.variables.size + relevant.clocks.size; ) {
    size = relevant.variables.size + relevant.clocks.size;
    const isRelevant = relevance(machine, relevant);
    for (const window of machine.windows)
      if (window.alternatives.some(({ effects }) => effects.some(isRelevant))) readWindow(window, relevant);
    for (const { when, effects } of machine.consequences)
      if (effects.some(isRelevant)) readsOf(when, relevant.variables);
    readConditions(machine, relevant, isRelevant);
    for (const { variable, clock } of machine.promises)
      if (clock !== undefined && relevant.variables.has(variable)) relevant.clocks.add(clock);
  }
  return relevant;
}

function readWindow({ when, clock, owner, answered }: Window, relevant: Relevant): void {
  readsOf(when, relevant.variables);
  if (clock !== undefined) relevant.clocks.add(clock);
  if (owner.kind === 'person' || owner.kind === 'group') relevant.variables.add(owner.failed);
  if (answered !== undefined) relevant.variables.add(answered);
}

/** Conditions inside effects decide what is written, so what they read is relevant. */
function readConditions(machine: Machine, relevant: Relevant, isRelevant: (effect: Effect) => boolean): void {
  const read = (effect: Effect): void => {
    if (effect.op !== 'if' || !isRelevant(effect)) return;
    readsOf(effect.when, relevant.variables);
    effect.effects.forEach(read);
  };
  for (const { alternatives } of machine.windows)
    for (const { effects } of alternatives) effects.forEach(read);
  for (const { effects } of machine.consequences) effects.forEach(read);
  for (const { reactions } of machine.events) reactions.forEach(read);
}
