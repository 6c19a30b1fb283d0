import type { Promised } from '../kernel/machine.ts';
import type { Attempt } from './attempt.ts';
import { type Clue, type NamedPrecision, namedPrecision, precisionOf } from './clue.ts';
import { decide } from './refinement/decide.ts';
import { type Decision, NOTHING_KNOWN } from './refinement/inquiry.ts';
import type { Budget } from './search/search.ts';
import type { LookOut } from './sightings/look-out.ts';
import type { Subject } from './subject.ts';

/** Whether anything calls on a promise that nothing breaks. */
export interface Calling {
  readonly kind: 'called' | 'called-in-outages' | 'never';
  readonly attempts: readonly Attempt[];
  readonly clue: Clue;
}

/** What calls are looked for in. */
export interface Grounds {
  readonly subject: Subject;
  /** The same where capabilities may be lost and come back. */
  readonly lossy: Subject;
  readonly lookOut: LookOut;
}

/** Drills and random runs are asked before a search; where none of them showed it before, they are not asked again. */
export function callingOf(grounds: Grounds, promise: Promised, budget: Budget, clue: Clue): Calling {
  const { subject, lossy, lookOut } = grounds;
  if (!clue.called && !clue.calledInOutages) {
    const shown = lookOut.calling(promise, clue.calledIn);
    if (shown) {
      const { seed } = shown;
      return { kind: 'called', attempts: [], clue: seed === undefined ? {} : { calledIn: seed } };
    }
  }
  const target = subject.whole.promises.indexOf(promise);
  const ask = (where: Subject, how: NamedPrecision | undefined) => decideCalled(where, target, budget, how);
  // What not even an outage calls on, nothing does: for most promises that is all there is to ask.
  const lost = clue.called === undefined ? ask(lossy, clue.calledInOutages) : undefined;
  if (lost?.kind === 'never') return { kind: 'never', attempts: lost.attempts, clue: inOutages(lost) };
  const called = ask(subject, clue.called);
  const found = called.named === undefined ? {} : { called: called.named };
  if (called.kind !== 'never') return { kind: 'called', attempts: called.attempts, clue: found };
  const last = lost ?? ask(lossy, clue.calledInOutages);
  return {
    kind: last.kind === 'never' ? 'never' : 'called-in-outages',
    attempts: called.attempts,
    clue: { ...found, ...inOutages(last) },
  };
}

const inOutages = ({ named }: ReturnType<typeof decideCalled>): Clue =>
  named === undefined ? {} : { calledInOutages: named };

function decideCalled(
  subject: Subject,
  target: number,
  budget: Budget,
  named: Clue['called'],
): Decision & { readonly named: Clue['called'] } {
  const { machine } = subject.assumed;
  const prior = { ...NOTHING_KNOWN, precision: named && precisionOf(machine, named) };
  const decision = decide(subject, target, 'called', budget, prior);
  const { precision } = decision;
  return { ...decision, named: precision && namedPrecision(machine, precision) };
}
