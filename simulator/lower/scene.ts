import type { Book, Entity } from '../../model/book.ts';
import type { Condition, RunbookDocument } from '../../model/generated/types.ts';
import { all, any, type Guard, is, not } from '../kernel/guard.ts';
import { type Builder, when } from './builder.ts';

/** What every lowering of an incident reads and writes: the book, the runbooks in play, and the builder of the machine. */
export interface Scene {
  readonly book: Book;
  /** All incidents of the machine, this one among them. */
  readonly incidents: readonly Scene[];
  /** What the person does is numbered over all incidents: the steps of this one come after so many others. */
  readonly tasksBefore: number;
  /** The runbook of the incident and those that alerts open beside it. */
  readonly roots: readonly string[];
  /** The runbook of the incident first, then all that it can lead to. */
  readonly runbooks: readonly Entity<RunbookDocument>[];
  readonly b: Builder;
  /** Guards that closing waits for. */
  readonly closingWaitsFor: Guard[];
  /** By person: when a step of this incident waits for him to start it. */
  readonly waitingFor: Map<string, Guard[]>;
}

/** Severity as a number: 0 before the declaration, then 1 for the least severe level, so that raising means growing. */
export function rankOf(book: Book, level: string): number {
  return book.severities.size - [...book.severities.keys()].indexOf(level);
}

export const severityIs = ({ book, b }: Scene, level: string): Guard => b.is('severity', rankOf(book, level));

export const factIs = ({ b }: Scene, fact: string): Guard => b.is(`fact/${fact}`);

/** Makes a fact true, and says so when it was not. */
export const setFact = ({ b }: Scene, fact: string) =>
  when(b.isnt(`fact/${fact}`), b.set(`fact/${fact}`), b.emit(fact, { kind: 'fact', subject: fact }));

export const setFacts = (scene: Scene, facts: readonly string[] = []) =>
  facts.map((fact) => setFact(scene, fact));

export const clearFacts = ({ b }: Scene, facts: readonly string[] = []) =>
  facts.map((fact) => b.set(`fact/${fact}`, 0));

/** True from the first time that the event happens. */
export function happened({ b }: Scene, event: string): Guard {
  const name = `seen/${event}`;
  const flag = b.variable(name);
  b.on(event, { op: 'set', variable: flag, to: 1 });
  return is(flag, 1);
}

export const isDeclared = ({ b }: Scene): Guard => b.atLeast('severity', 1);

/** Each runbook looks for a cause of its own, in one variable: 0 is unknown, then its causes in their order. */
export const causeVariable = ({ id }: { readonly id: string }): string => `cause/${id}`;

export const causeNumber = ({ causes }: Pick<RunbookDocument, 'causes'>, cause: string): number =>
  1 + Object.keys(causes?.values ?? {}).indexOf(cause);

/** Some runbook in play found this cause. */
export const causeIs = ({ runbooks, b }: Scene, cause: string): Guard =>
  any(
    ...runbooks
      .filter(({ causes }) => causes?.values[cause] !== undefined)
      .map((runbook) => b.is(causeVariable(runbook), causeNumber(runbook, cause))),
  );

/** Somebody holds the role: he always has, or he has been designated. */
export const isHeld = ({ b, book }: Scene, role: string): Guard =>
  book.roles.get(role)?.designated ? b.is(`designated/${role}`) : all();

export function conditionHolds(scene: Scene, condition: Condition | undefined): Guard {
  if (!condition) return all();
  const { b } = scene;
  const parts: Guard[] = [];
  if (condition.severity)
    parts.push({ op: 'any', guards: condition.severity.map((level) => severityIs(scene, level)) });
  for (const fact of condition.facts ?? []) parts.push(factIs(scene, fact));
  for (const fact of condition.without ?? []) parts.push(not(factIs(scene, fact)));
  if (condition.cause !== undefined) parts.push(causeIs(scene, condition.cause));
  if (condition.resolved !== undefined) parts.push(b.is('resolved', condition.resolved ? 1 : 0));
  if (condition.commanded !== undefined)
    parts.push(condition.commanded ? b.atLeast('command', 1) : b.is('command', 0));
  for (const role of condition.designated ?? []) parts.push(isHeld(scene, role));
  for (const capability of condition.lost ?? []) parts.push(b.is(`lost/${capability}`));
  return all(...parts);
}
