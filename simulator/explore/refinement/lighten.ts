import type { Kept } from '../abstract/kept.ts';
import { attemptOf, modelOf } from '../model.ts';
import type { Search } from '../search/search.ts';
import { searchOnce } from '../search/search-once.ts';
import { type Decision, type Inquiry, LOOK } from './inquiry.ts';

/** What was decided by no more states than this is soon decided again. */
const LARGE = 100_000;

/**
 * The same decision by a smaller model, where it took a large one: a lesson keeps every clock that stood in the way of one story, and
 * not all of them are needed together. Without one that is needed something breaks soon.
 */
export function lightened(inquiry: Inquiry, decision: Decision, large = LARGE): Decision {
  const { precision, least, attempts } = decision;
  if (!precision || precision.groups.length > 0 || least === 0) return decision;
  if ((attempts.at(-1)?.states ?? 0) <= large) return decision;
  const kept = withFewerClocks(inquiry, precision.kept, least);
  if (kept.clocks.size === precision.kept.clocks.size) return decision;
  const { first, complete, states } = lookFor(inquiry, kept, least, inquiry.budget.states);
  if (first[0] !== undefined || complete < least - 1) return decision;
  return { ...decision, precision: { ...precision, kept, asked: states < LOOK ? undefined : 'whole' } };
}

function withFewerClocks(inquiry: Inquiry, kept: Kept, least: number): Kept {
  let { clocks } = kept;
  for (const clock of kept.clocks) {
    if (clock === inquiry.promise.clock) continue;
    const fewer = new Set([...clocks].filter((each) => each !== clock));
    const result = lookFor(inquiry, { ...kept, clocks: fewer }, least, LOOK);
    if (result.first[0] === undefined) clocks = fewer;
  }
  return { ...kept, clocks };
}

/** What breaks with fewer failures than that. */
function lookFor(inquiry: Inquiry, kept: Kept, least: number, states: number): Search {
  const { subject, target, goal, budget } = inquiry;
  const model = modelOf(subject, kept, target, goal);
  const failures = Number.isFinite(least) ? { failures: least - 1 } : {};
  const result = searchOnce(model.engine, { ...budget, ...failures, states });
  inquiry.attempts.push(attemptOf(model, result, false));
  return result;
}
