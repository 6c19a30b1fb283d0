import type { Book, Entity } from '../../model/book.ts';
import type { RunbookDocument, Step } from '../../model/generated/types.ts';
import { type At, under } from '../../model/position.ts';
import { type Guard, is } from '../kernel/guard.ts';
import { stepVariable } from '../lower/procedure.ts';
import type { View } from './view.ts';

/** A step where it stands. */
export interface StepPlace {
  readonly runbook: Entity<RunbookDocument>;
  readonly step: Step;
  readonly at: At;
}

/** What items are made from: a book, one incident of a machine of it, and what is looked up there. */
export interface Setting {
  readonly book: Book;
  readonly view: View;
  /** Runbooks that the incident may open. */
  readonly runbooks: readonly Entity<RunbookDocument>[];
  stepAt(at: At | undefined): StepPlace | undefined;
  /** The runbook that a node stands in. */
  runbookOf(at: At): Entity<RunbookDocument> | undefined;
  /** undefined where the machine has no such variable. */
  is(variable: string, value: number): Guard | undefined;
  variable(name: string): number | undefined;
}

const key = ({ file, path }: At): string => `${file} ${path.join('/')}`;

export function settingOf(book: Book, view: View): Setting {
  const { variables } = view;
  const isIn = ({ id, phases }: Entity<RunbookDocument>): boolean =>
    phases.some(({ steps }) => steps.some((step) => variables.has(stepVariable(id, step.id))));
  const runbooks = [...book.runbooks.values()].filter(isIn);
  const steps = new Map(runbooks.flatMap(stepsOf).map((place) => [key(place.at), place]));
  return {
    book,
    view,
    runbooks,
    stepAt: (at) => (at === undefined ? undefined : steps.get(key(at))),
    runbookOf: ({ file }) => runbooks.find(({ at }) => at.file === file),
    variable: (name) => variables.get(name),
    is: (name, value) => {
      const variable = variables.get(name);
      return variable === undefined ? undefined : is(variable, value);
    },
  };
}

const stepsOf = (runbook: Entity<RunbookDocument>): StepPlace[] =>
  runbook.phases.flatMap(({ steps }, phase) =>
    steps.map((step, index) => ({
      runbook,
      step,
      at: under(runbook.at, 'phases', phase, 'steps', index),
    })),
  );
