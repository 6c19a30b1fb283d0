import type { Book } from '../../model/book.ts';
import type { PromiseBound, Source } from '../../model/generated/types.ts';
import { type At, under } from '../../model/position.ts';
import { placedSteps } from '../procedure/placed-steps.ts';

/** A deadline of the book with the name people know it by. */
export interface NamedPromise {
  readonly name: string;
  readonly bound: PromiseBound;
  readonly at: At;
  /** Where the promise stands, if its bound says nothing of its own. */
  readonly source: Source | undefined;
}

/** Every deadline that a book promises, in the order of its documents. */
export function promisesOf(book: Book): NamedPromise[] {
  return [
    ...severityPromises(book),
    ...commandPromises(book),
    ...messagePromises(book),
    ...workPromises(book),
  ];
}

const one = (name: string, bound: PromiseBound | undefined, at: At, source?: Source): NamedPromise[] =>
  bound === undefined ? [] : [{ name, bound, at, source: bound.source ?? source }];

function severityPromises({ severities, declaration }: Book): NamedPromise[] {
  return [
    ...[...severities.values()].flatMap(({ id, response, at, source }) =>
      one(`the response at ${id}`, response, under(at, 'response'), source),
    ),
    ...(declaration
      ? one(
          'the confirmation of a declaration',
          declaration.confirm.within,
          under(declaration.at, 'confirm', 'within'),
          declaration.source,
        )
      : []),
  ];
}

function commandPromises({ warRoom, paths }: Book): NamedPromise[] {
  const room = warRoom
    ? [
        ...one('opening the room', warRoom.open.within, under(warRoom.at, 'open', 'within'), warRoom.source),
        ...one('joining the room', warRoom.join.within, under(warRoom.at, 'join', 'within'), warRoom.source),
      ]
    : [];
  const engaged = [...paths.values()].flatMap(({ id, takeover, at }) =>
    one(
      `whom the takeover of \`${id}\` engages`,
      takeover?.engage_within,
      under(at, 'takeover', 'engage_within'),
      takeover?.source,
    ),
  );
  return [...room, ...engaged];
}

function messagePromises({ messages, statusPage }: Book): NamedPromise[] {
  return [
    ...[...messages.values()].flatMap(({ id, within, at, source }) =>
      one(`\`${id}\``, within, under(at, 'within'), source),
    ),
    ...(statusPage
      ? one('the full report', statusPage.full_report, under(statusPage.at, 'full_report'), statusPage.source)
      : []),
  ];
}

function workPromises({ runbooks, milestones, authorities }: Book): NamedPromise[] {
  return [
    ...[...runbooks.values()].flatMap((runbook) => [
      ...runbook.phases.flatMap(({ id, within, source }, index) =>
        one(
          `the phase \`${id}\` of \`${runbook.id}\``,
          within,
          under(runbook.at, 'phases', index, 'within'),
          source ?? runbook.source,
        ),
      ),
      ...placedSteps(runbook).flatMap(({ step, at }) =>
        one(
          `\`${step.id}\` of \`${runbook.id}\``,
          step.within,
          under(at, 'within'),
          step.source ?? runbook.source,
        ),
      ),
    ]),
    ...[...milestones.values()].flatMap(({ id, within, at, source }) =>
      one(`\`${id}\``, within, under(at, 'within'), source),
    ),
    ...[...authorities.values()].flatMap(({ after = [], at, source }) =>
      after.flatMap(({ require, within }, index) =>
        one(`\`${require}\``, within, under(at, 'after', index, 'within'), source),
      ),
    ),
  ];
}
