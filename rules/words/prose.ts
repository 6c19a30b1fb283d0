import type { Book, Entity } from '../../model/book.ts';
import type { RunbookDocument, Step } from '../../model/generated/types.ts';
import { type At, under } from '../../model/position.ts';
import { placedSteps } from '../procedure/placed-steps.ts';

/** A sentence that people act on. */
export interface Prose {
  readonly text: string;
  readonly at: At;
  /** What says it, for a message: a step, a level, a cause. */
  readonly of: string;
  /** Whether it tells somebody to do something. */
  readonly isOrder: boolean;
  /** Whether a promise beside the sentence gives it a deadline. */
  readonly timed: boolean;
  /** Whether it waits for facts. */
  readonly conditional: boolean;
  /** The procedure that it stands in. */
  readonly runbook?: string;
}

/** Several rules read every sentence: they are gathered once. A book never changes. */
const GATHERED = new WeakMap<Book, readonly Prose[]>();

/** What tells people when to act, how severe it is, and what to do; not the notes and not the glossary. */
export function proseOf(book: Book): readonly Prose[] {
  const known = GATHERED.get(book) ?? gather(book);
  GATHERED.set(book, known);
  return known;
}

const gather = (book: Book): Prose[] => [
  ...[...book.severities.values()].flatMap(({ id, at, meaning, examples = [], response }) => [
    { ...prose(meaning, under(at, 'meaning'), id), timed: response !== undefined },
    ...examples.map(({ text }, index) => prose(text, under(at, 'examples', index, 'text'), id)),
  ]),
  ...[...book.monitors.values()].flatMap(({ id, at, thresholds }) =>
    Object.entries(thresholds).map(([severity, { text, for: lasts }]) => ({
      ...prose(text, under(at, 'thresholds', severity, 'text'), id),
      timed: lasts !== undefined,
    })),
  ),
  ...[...book.runbooks.values()].flatMap((runbook) =>
    [
      ...triggers(runbook, runbook.at),
      ...severity(runbook, runbook.at),
      ...steps(runbook),
      ...causes(runbook, runbook.at),
    ].map((each) => ({ ...each, runbook: runbook.id })),
  ),
];

const prose = (text: string, at: At, of: string): Prose => ({
  text,
  at,
  of,
  isOrder: false,
  timed: false,
  conditional: false,
});

const triggers = ({ id, triggers = [] }: RunbookDocument, at: At) =>
  triggers.map(({ text }, index) => prose(text, under(at, 'triggers', index, 'text'), id));

const severity = ({ id, severity }: RunbookDocument, at: At) => [
  ...(severity?.decide ?? []).flatMap(({ text }, index) =>
    text === undefined ? [] : prose(text, under(at, 'severity', 'decide', index, 'text'), id),
  ),
  ...(severity?.stated ?? []).flatMap((stated, index) =>
    stated.if === undefined ? [] : prose(stated.if, under(at, 'severity', 'stated', index, 'if'), id),
  ),
];

const causes = ({ causes }: RunbookDocument, at: At) =>
  Object.entries(causes?.values ?? {}).flatMap(([id, cause]) =>
    (['title', 'indicator', 'resolution'] as const).flatMap((property) => {
      const text = cause[property];
      return text === undefined ? [] : prose(text, under(at, 'causes', 'values', id, property), id);
    }),
  );

const steps = (runbook: Entity<RunbookDocument>) =>
  placedSteps(runbook).flatMap(({ step, phase, at }) => {
    const timed = (step.within ?? phase.within) !== undefined;
    const conditional = step.requires !== undefined || step.if !== undefined;
    return [
      { ...prose(step.text, under(at, 'text'), step.id), isOrder: true, timed, conditional },
      ...outcomes(step, at).map((each) => ({ ...each, timed, conditional })),
    ];
  });

const outcomes = ({ id, outcomes }: Step, at: At) =>
  Object.entries(outcomes ?? {}).flatMap(([outcome, { text }]) =>
    text === undefined ? [] : prose(text, under(at, 'outcomes', outcome, 'text'), id),
  );
