import type { Book, Entity } from '../../model/book.ts';
import { parseDuration, parseSeconds, parseSpan } from '../../model/duration.ts';
import type { Approval, Pace, RunbookDocument, Step } from '../../model/generated/types.ts';
import { isForCause, type PlacedStep, placedSteps } from '../procedure/placed-steps.ts';

/** One thing that somebody does on the way to a deadline. */
export interface Leg {
  readonly name: string;
  /** Seconds, at the slowest the book assumes. */
  readonly seconds: number;
  readonly by: string;
  /** The step says no pace of its own. */
  readonly assumed: boolean;
}

/** What has to be done until a step is done, one thing after another: everything before it in sequence, and itself. */
export function legsUntil(
  book: Book,
  runbook: Entity<RunbookDocument>,
  target: PlacedStep,
  cause: string | undefined,
): Leg[] {
  const steps = placedSteps(runbook).filter(({ step }) => isForCause(runbook, step.id, cause));
  const before = phasesBefore(runbook, target.phaseIndex);
  const earlier = before.flatMap((index) =>
    phaseLegs(
      book,
      steps.filter(({ phaseIndex }) => phaseIndex === index),
    ),
  );
  const mine = steps.filter(({ phase }) => phase === target.phase);
  const own = mine.findIndex(({ step }) => step.id === target.step.id);
  const queue = target.phase.order === 'sequence' ? mine.slice(0, own + 1) : mine.slice(own, own + 1);
  return askedOnce([...earlier, ...queue.flatMap(({ step }) => legsOf(book, step))]);
}

/** What has to be done until a phase is done. */
export function legsUntilPhaseEnds(
  book: Book,
  runbook: Entity<RunbookDocument>,
  phaseIndex: number,
  cause: string | undefined,
): Leg[] {
  const steps = placedSteps(runbook).filter(({ step }) => isForCause(runbook, step.id, cause));
  const legs = [...phasesBefore(runbook, phaseIndex), phaseIndex].flatMap((index) =>
    phaseLegs(
      book,
      steps.filter((placed) => placed.phaseIndex === index),
    ),
  );
  return askedOnce(legs);
}

/** The phases that must be over before this one begins. */
function phasesBefore({ phases }: RunbookDocument, index: number): number[] {
  const before: number[] = [];
  for (let at = index; at > 0 && phases[at]?.starts !== 'at-once'; at--) before.unshift(at - 1);
  return before;
}

/** A sequence takes as long as its steps together; free order takes as long as the doer who has most to do. */
function phaseLegs(book: Book, steps: readonly PlacedStep[]): Leg[] {
  if (steps[0]?.phase.order !== 'any') return steps.flatMap(({ step }) => legsOf(book, step));
  const work = steps.filter(({ step }) => step.answers === undefined);
  const doers = [...new Set(work.map(({ step }) => step.by))].map((by) =>
    work.filter(({ step }) => step.by === by).flatMap(({ step }) => legsOf(book, step)),
  );
  return doers.sort((a, b) => totalOf(b) - totalOf(a))[0] ?? [];
}

export const totalOf = (legs: readonly Leg[]): number => legs.reduce((sum, { seconds }) => sum + seconds, 0);

/** The step, and before it the approvals and the delay of the authority it needs. */
function legsOf(book: Book, step: Step): Leg[] {
  const own = step.takes ?? step.answers;
  const work = {
    name: step.id,
    seconds: parseSpan(own ?? book.manifest.pace.step).hi,
    by: step.by,
    assumed: own === undefined,
  };
  const authority = step.authority === undefined ? undefined : book.authorities.get(step.authority);
  if (!authority) return [work];
  const asked = authority.approvals.map((approval) => approvalSeconds(approval, step, book.manifest.pace));
  const locked = authority.timelock ? parseDuration(authority.timelock.length) : undefined;
  const seconds = Math.max(...asked) + (locked && 'seconds' in locked ? locked.seconds : 0);
  const approval = { name: `approval of ${authority.id}`, seconds, by: step.by, assumed: false };
  return seconds === 0 ? [work] : [approval, work];
}

/** Nobody waits for his own approval. */
const approvalSeconds = ({ answers, group, role }: Approval, step: Step, pace: Pace): number =>
  role === step.by ? 0 : parseSpan(answers ?? (group === undefined ? pace.act : pace.sign)).hi;

/** An authority is asked once, however many steps need it. */
const askedOnce = (legs: readonly Leg[]): Leg[] =>
  legs.filter(
    ({ name }, index) =>
      !name.startsWith('approval of ') || legs.findIndex((leg) => leg.name === name) === index,
  );

/** How long it takes until somebody who is paged is at work. */
export function acknowledgementLeg(book: Book, role: string): Leg {
  const levels = [...book.paths.values()].find(({ on }) => on.page === role)?.levels;
  const answers = levels?.[0]?.answers;
  return {
    name: 'acknowledge',
    seconds: parseSpan(answers ?? book.manifest.pace.acknowledge).hi,
    by: role,
    assumed: answers === undefined,
  };
}

export const secondsOfBound = (text: string): number | undefined =>
  /business/.test(text) ? undefined : parseSeconds(text);
