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

/** The work of a procedure for one cause, in the order in which it is done. */
export interface Course {
  /** What has to be done until a step is done, one thing after another: everything before it in sequence, and itself. */
  until(target: PlacedStep): Leg[];
  /** What has to be done until a phase is done. */
  untilPhaseEnds(phaseIndex: number): Leg[];
}

/** Each step and each phase is measured once, however many deadlines ask for it. */
export function courseOf(book: Book, runbook: Entity<RunbookDocument>, cause: string | undefined): Course {
  const steps = placedSteps(runbook).filter(({ step }) => isForCause(runbook, step.id, cause));
  const work = new Map(steps.map((placed) => [placed, legsOf(book, placed.step)]));
  const legs = (some: readonly PlacedStep[]) => some.flatMap((placed) => work.get(placed) ?? []);
  const byPhase = runbook.phases.map((_, index) => steps.filter(({ phaseIndex }) => phaseIndex === index));
  const phases = byPhase.map((own) => phaseLegs(own, legs));
  const before = runbook.phases.map((_, index) =>
    phasesBefore(runbook, index).flatMap((earlier) => phases[earlier] ?? []),
  );
  return {
    until(target) {
      const own = byPhase[target.phaseIndex] ?? [];
      const place = own.indexOf(target);
      const queue = target.phase.order === 'sequence' ? own.slice(0, place + 1) : own.slice(place, place + 1);
      return askedOnce([...(before[target.phaseIndex] ?? []), ...legs(queue)]);
    },
    untilPhaseEnds: (index) => askedOnce([...(before[index] ?? []), ...(phases[index] ?? [])]),
  };
}

/** The phases that must be over before this one begins. */
function phasesBefore({ phases }: RunbookDocument, index: number): number[] {
  const before: number[] = [];
  for (let at = index; at > 0 && phases[at]?.starts !== 'at-once'; at--) before.unshift(at - 1);
  return before;
}

/** A sequence takes as long as its steps together; free order takes as long as the doer who has most to do. */
function phaseLegs(
  steps: readonly PlacedStep[],
  legs: (steps: readonly PlacedStep[]) => readonly Leg[],
): readonly Leg[] {
  if (steps[0]?.phase.order !== 'any') return legs(steps);
  const work = steps.filter(({ step }) => step.answers === undefined);
  const doers = [...new Set(work.map(({ step }) => step.by))].map((by) =>
    legs(work.filter(({ step }) => step.by === by)),
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
function askedOnce(legs: readonly Leg[]): Leg[] {
  const asked = new Set<string>();
  return legs.filter(({ name }) => {
    if (!name.startsWith('approval of ')) return true;
    const first = !asked.has(name);
    asked.add(name);
    return first;
  });
}

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
