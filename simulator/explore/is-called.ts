import type { Promised } from '../kernel/machine.ts';
import { type Clue, namedPrecision, precisionOf } from './clue.ts';
import type { Attempt } from './proof.ts';
import { decide } from './refinement/decide.ts';
import { type Decision, NOTHING_KNOWN } from './refinement/inquiry.ts';
import type { Budget } from './search.ts';
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
  readonly lossy: () => Subject;
  readonly lookOut: LookOut;
}

/** Drills and random runs are asked before a search; a clue that none of them shows it comes before those. */
export function callingOf(grounds: Grounds, promise: Promised, budget: Budget, clue: Clue): Calling {
  const { subject, lossy, lookOut } = grounds;
  if (!clue.called) {
    const shown = lookOut.calling(promise, clue.calledIn);
    if (shown) {
      const { seed } = shown;
      return { kind: 'called', attempts: [], clue: seed === undefined ? {} : { calledIn: seed } };
    }
  }
  const target = subject.whole.promises.indexOf(promise);
  const called = decideCalled(subject, target, budget, clue.called);
  const found = called.named === undefined ? {} : { called: called.named };
  if (called.kind !== 'never') return { kind: 'called', attempts: called.attempts, clue: found };
  const lost = decideCalled(lossy(), target, budget, clue.calledInOutages);
  return {
    kind: lost.kind === 'never' ? 'never' : 'called-in-outages',
    attempts: called.attempts,
    clue: {
      ...found,
      ...(lost.named === undefined ? {} : { calledInOutages: lost.named }),
    },
  };
}

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
