import { writeSeconds } from '../../model/duration.ts';
import type { CourseMove } from '../../model/generated/types.ts';
import { type At, under } from '../../model/position.ts';
import { fullName, PROMISE_KINDS, type TraceKind, type TraceRecord } from '../run/trace.ts';
import type { Failure } from './failure.ts';

/** What is said elsewhere in the expectations, or is only the facilitator's or the machine's bookkeeping. */
const NO_COURSE: ReadonlySet<TraceKind> = new Set([
  ...PROMISE_KINDS,
  'page-sent',
  'inject',
  'signal',
  'phase',
  'failed',
]);

/** The course of a run, as `expect.course` writes it: what one person, or the machine, made happen at one time. */
export function courseOf(records: readonly TraceRecord[]): CourseMove[] {
  const moves: { at: string; by?: string; events: string[] }[] = [];
  for (const record of records) {
    const { kind, t, by } = record;
    if (NO_COURSE.has(kind)) continue;
    const at = writeSeconds(t);
    const last = moves.at(-1);
    if (last?.at === at && last.by === personIn(by)) last.events.push(fullName(record));
    else
      moves.push({
        at,
        ...(personIn(by) === undefined ? {} : { by: personIn(by) as string }),
        events: [fullName(record)],
      });
  }
  return moves;
}

const personIn = (by: string | undefined): string | undefined =>
  by === 'machine' || by === 'nature' ? undefined : by;

/** The first place where the run leaves the course; what follows from there says nothing new. */
export function judgeCourse(
  expected: readonly CourseMove[] | undefined,
  records: readonly TraceRecord[],
  at: At,
): Failure[] {
  if (!expected) return [];
  const played = courseOf(records);
  for (let index = 0; index < Math.max(expected.length, played.length); index++) {
    const [wanted, came] = [expected[index], played[index]];
    if (wanted && came && isSame(wanted, came)) continue;
    const place = wanted ? under(at, index) : at;
    return [{ at: place, message: `the course differs: ${difference(wanted, came)}` }];
  }
  return [];
}

const isSame = (a: CourseMove, b: CourseMove): boolean =>
  a.at === b.at &&
  a.by === b.by &&
  a.events.length === b.events.length &&
  a.events.every((event, index) => event === b.events[index]);

function difference(wanted: CourseMove | undefined, came: CourseMove | undefined): string {
  if (!wanted) return `${told(came)} was not expected`;
  if (!came) return `${told(wanted)} was expected and never came`;
  const sameTime = wanted.at === came.at && wanted.by === came.by;
  if (!sameTime) return `${told(wanted)} was expected, and ${told(came)} came`;
  const [missing] = wanted.events.filter((event) => !came.events.includes(event));
  const [surplus] = came.events.filter((event) => !wanted.events.includes(event));
  if (missing !== undefined)
    return `at ${wanted.at} ${missing} was expected${surplus === undefined ? '' : `, and ${surplus} came`}`;
  return surplus === undefined
    ? `at ${wanted.at} things come in another order`
    : `at ${wanted.at} ${surplus} was not expected`;
}

function told(move: CourseMove | undefined): string {
  const [event = ''] = move?.events ?? [];
  return `${event}${move?.by === undefined ? '' : ` by ${move.by}`} at ${move?.at}`;
}
