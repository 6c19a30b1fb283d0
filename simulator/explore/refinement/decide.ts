import type { Promised } from '../../kernel/machine.ts';
import type { Goal } from '../future.ts';
import type { Budget } from '../search.ts';
import type { Subject } from '../subject.ts';
import type { Way } from './ask-model.ts';
import { firstModel } from './first-model.ts';
import { type Decision, type Inquiry, type Known, said } from './inquiry.ts';
import { asked, refine } from './refine.ts';
import { byWhoFails } from './who-fails.ts';

/** What no clock decides is first asked without time, where anything may take any time (D24): those models stay small. */
const UNTIMED: readonly Way[] = [
  { time: false, guards: true },
  { time: true, guards: true },
  { time: true, guards: false },
];
const TIMED: readonly Way[] = [
  { time: true, guards: true },
  { time: true, guards: false },
];

/**
 * Counterexample-guided refinement (Clarke et al. 2003): begin with a model that knows the promise alone; whatever breaks it there
 * is played in the whole machine; if it cannot happen, the model learns what stood in the way. No break in a coarser model: no
 * break at all. The first break is the cheapest of its model, so that one which can happen is the cheapest of all.
 */
export function decide(
  subject: Subject,
  target: number,
  goal: Goal,
  budget: Budget,
  known: () => Known | undefined = () => undefined,
): Decision {
  const promise = subject.whole.promises[target] as Promised;
  const inquiry: Inquiry = {
    subject,
    target,
    promise,
    goal,
    budget,
    known: undefined,
    attempts: [],
    least: 0,
    states: 0,
    kept: firstModel(subject.assumed, promise, goal),
  };
  for (const way of promise.clock === undefined ? UNTIMED : TIMED) {
    const end = refine(inquiry, way, known);
    if (end) return end;
    if (budget.failures !== undefined && inquiry.least > budget.failures) break;
    const answer = inquiry.least > 0 ? byWhoFails(inquiry, way) : undefined;
    if (answer) return answer;
  }
  inquiry.known ??= asked(known(), budget);
  return inquiry.known ? { ...said(inquiry, 'found'), found: inquiry.known } : said(inquiry, 'gave-up');
}
