import { readsOf } from '../kernel/guard.ts';
import type { Machine, Window } from '../kernel/machine.ts';
import { giveToNature, isProcedure, isRaise, untimed } from './coarser.ts';
import type { Cone } from './cone.ts';
import { cutFlag, withoutClosing } from './cut.ts';
import { type Freed, freeAlerts } from './free-alerts.ts';
import type { Scope } from './proof.ts';
import { slice } from './slice.ts';

/** A cone of one promise at one scope, and what was cut to get it. */
export interface Scoped {
  readonly scope: Scope;
  readonly cuts: readonly string[];
  readonly cone: Cone;
}

/** A machine and its coarser form in which nature alerts. */
export interface Subject {
  readonly whole: Machine;
  readonly freed: Freed;
}

export const subjectOf = (whole: Machine, assumed: Machine): Subject => ({
  whole,
  freed: freeAlerts(assumed),
});

/** The scopes to try for a promise, coarsest first (D24). */
export function scopesFor(machine: Machine, target: number): Scope[] {
  const promise = machine.promises[target];
  if (promise?.clock === undefined) return ['untimed', 'people', 'procedure', 'cone'];
  return promise.atClose === 'outlives'
    ? ['handover', 'people', 'procedure', 'cone']
    : ['people', 'procedure', 'cone'];
}

/** Cuts the machine down to what this promise depends on at this scope. Coarser scopes only allow more. */
export function scoped(subject: Subject, target: number, scope: Scope): Scoped {
  const { whole, freed } = subject;
  const given: Record<Scope, (window: Window) => boolean> = {
    handover: (window) => endsWithIncident(whole, window) || isRaise(window),
    people: (window) => isRaise(window) || isProcedure(window),
    untimed: isRaise,
    procedure: isRaise,
    cone: () => false,
  };
  const coarse = giveToNature(freed.machine, given[scope]);
  const timed = scope === 'untimed' ? untimed(coarse) : coarse;
  const open =
    withoutClosing(timed, target) ?? (scope === 'cone' ? undefined : cutFlag(timed, 'closed', target));
  const resolved = scope === 'cone' ? undefined : cutFlag(open ?? timed, 'resolved', target);
  const names = {
    handover: ['incident'],
    people: ['raises', 'procedure'],
    untimed: ['raises'],
    procedure: ['raises'],
    cone: [],
  };
  return {
    scope,
    cuts: ['alerts', ...names[scope], ...(open ? ['closed'] : []), ...(resolved ? ['resolved'] : [])],
    cone: slice(resolved ?? open ?? timed, [target], whole),
  };
}

/** Windows that are shut once the incident is closed: after that only the handover goes on (D25). */
function endsWithIncident({ variables }: Machine, { when }: Window): boolean {
  const closed = variables.findIndex(({ name }) => name === 'closed');
  const parts = when.op === 'all' ? when.guards : [when];
  return parts.some((part) => part.op === 'not' && part.guard.op === 'is' && readsOf(part).has(closed));
}
