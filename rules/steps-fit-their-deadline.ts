import type { Book, Entity } from '../model/book.ts';
import { writeSeconds } from '../model/duration.ts';
import type { PromiseBound, RunbookDocument } from '../model/generated/types.ts';
import { type At, under } from '../model/position.ts';
import { slack } from './clock/lengths.ts';
import {
  acknowledgementLeg,
  type Course,
  courseOf,
  type Leg,
  secondsOfBound,
  totalOf,
} from './clock/worst-case.ts';
import { placedSteps } from './procedure/placed-steps.ts';
import type { Rule } from './rule.ts';
import { citedAfter } from './words/sentence.ts';

export const stepsFitTheirDeadline: Rule = {
  id: 'steps-fit-their-deadline',
  summary: 'The steps before a deadline fit into it, one after another and each at its slowest.',
  why: `
    A deadline counts from the declaration, and the work before it begins with a page that somebody has to hear. If the
    steps that stand before it in the sequence fill the time, people who do everything right and in order are late.
    Do the promised step earlier, give it to another doer, or promise what can be kept. The figures use the pace of the
    steps and, where they give none, the pace that the book assumes.
  `,
  good: [
    `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: look, text: Look for the water., by: lead, takes: 0..2m}
      - {id: close-valve, text: Close the valve., by: lead, takes: 0..3m, within: {by: 10m, from: declared}, produces: [valve-closed]}
`,
  ],
  bad: [
    `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: look, text: Look for the water., by: lead, takes: 0..4m}
      - {id: close-valve, text: Close the valve., by: lead, takes: 0..3m, within: {by: 10m, from: declared}, produces: [valve-closed]}
`,
  ],
  check(book, report) {
    for (const runbook of book.runbooks.values())
      for (const { what, bound, at, legs } of deadlines(book, runbook)) {
        const due = secondsOfBound(bound.by);
        const needed = totalOf(legs);
        if (due === undefined || needed <= due) continue;
        const assumed = legs.some((leg) => leg.assumed) ? ', by the pace the book assumes' : '';
        report(
          at,
          `${what} is promised ${bound.by} after \`${bound.from}\`${citedAfter(bound.source)}, and what comes until then takes up to ${writeSeconds(needed)}${assumed}: ${inWords(legs)}; ${slack(due, needed)}`,
          advice(legs, due, what),
        );
      }
  },
};

interface Deadline {
  readonly what: string;
  readonly bound: PromiseBound;
  readonly at: At;
  readonly legs: readonly Leg[];
}

function deadlines(book: Book, runbook: Entity<RunbookDocument>): Deadline[] {
  if (!hasDeadline(runbook)) return [];
  const causes = [undefined, ...Object.keys(runbook.causes?.values ?? {})];
  const courses = causes.map((cause) => courseOf(book, runbook, cause));
  const slowest = (legs: (course: Course) => Leg[]) =>
    courses.map(legs).sort((a, b) => totalOf(b) - totalOf(a))[0] ?? [];
  const steps = placedSteps(runbook).flatMap((placed) => {
    const { within } = placed.step;
    if (!within || !startsWithTheRunbook(runbook, within.from)) return [];
    const legs = slowest((course) => course.until(placed));
    return [
      {
        what: `\`${placed.step.id}\``,
        bound: within,
        at: under(placed.at, 'within'),
        legs: from(book, within, legs),
      },
    ];
  });
  const phases = runbook.phases.flatMap(({ id, within }, index) => {
    if (!within || !startsWithTheRunbook(runbook, within.from)) return [];
    const legs = slowest((course) => course.untilPhaseEnds(index));
    const at = under(runbook.at, 'phases', index, 'within');
    return [
      {
        what: `the end of \`${id}\` in \`${runbook.id}\``,
        bound: within,
        at,
        legs: from(book, within, legs),
      },
    ];
  });
  return [...phases, ...steps];
}

const hasDeadline = (runbook: Entity<RunbookDocument>): boolean =>
  runbook.phases.some(({ within }) => within) || placedSteps(runbook).some(({ step }) => step.within);

const startsWithTheRunbook = ({ id }: RunbookDocument, event: string): boolean =>
  event === 'declared' || event === 'opened' || event === `opened.${id}` || event.startsWith('level');

/** A clock that starts with the declaration runs while the first doer is being woken. */
const from = (book: Book, { from: event }: PromiseBound, legs: readonly Leg[]): Leg[] =>
  event.startsWith('opened') || !legs[0] || isAcknowledgement(legs[0])
    ? [...legs]
    : [acknowledgementLeg(book, legs[0].by), ...legs];

const isAcknowledgement = ({ name }: Leg) => name.startsWith('acknowledge');

function inWords(legs: readonly Leg[]): string {
  const shown = legs.length > 6 ? [...legs.slice(0, 3), ...legs.slice(-2)] : legs;
  const words = shown.map(({ name, seconds }) => `${name} ${writeSeconds(seconds)}`);
  if (legs.length > 6)
    words.splice(3, 0, `${legs.length - 5} more ${writeSeconds(totalOf(legs.slice(3, -2)))}`);
  return words.join(' + ');
}

function advice(legs: readonly Leg[], due: number, what: string): string {
  const [first, last] = [legs[0], legs.at(-1)];
  const alone = (first?.name === 'acknowledge' && legs.length > 1 ? first.seconds : 0) + (last?.seconds ?? 0);
  return what.startsWith('the end') || legs.length < 2 || alone > due
    ? 'promise more time, share the steps out, or make them shorter'
    : `done first, ${what} takes up to ${writeSeconds(alone)}: decide what really has to come before it`;
}
