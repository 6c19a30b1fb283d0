import type { Book } from '../../model/book.ts';
import { grouped } from '../../rules/words/grouped.ts';
import { readsOf } from '../../simulator/kernel/guard.ts';
import type { Effect, Machine, Promised } from '../../simulator/kernel/machine.ts';
import { recordedFor } from '../../simulator/proofs/recorded.ts';
import { rank } from '../../simulator/proofs/standing.ts';
import { type Changed, changedParts } from './changed-parts.ts';
import type { Differing } from './machines-watch.ts';

/** A promise that may be put to proof, in one procedure. */
interface Question {
  readonly runbook: string;
  readonly name: string;
  readonly near: number;
  /** What is recorded that it survives there: the more, the more it has to lose. */
  readonly recorded: number;
}

/** The promises that the differences have to do with, each where it has most to lose first, then each where it has a little less, and so on. */
export function questionsOf(book: Book, differing: Iterable<Differing>): Question[] {
  const questions = [...differing].flatMap(({ runbook, before, after }) =>
    concernedPromises(after, changedParts(before, after)).map(({ name, near }): Question => {
      const recorded = rank(recordedFor(book, { book: book.id, runbook, promise: name }));
      return { runbook, name, near, recorded };
    }),
  );
  return [...grouped(questions, ({ name }) => name).values()]
    .flatMap((mine) => mine.toSorted(byStake).map((question, turn) => ({ question, turn })))
    .toSorted((a, b) => a.turn - b.turn || byStake(a.question, b.question))
    .map(({ question }) => question);
}

/** The nearest first, and of those the ones that have most to lose. */
const byStake = (a: Question, b: Question): number =>
  b.near - a.near || (a.recorded === b.recorded ? 0 : b.recorded - a.recorded);

/**
 * Promises that are other ones now, then those that wait for something that was changed or are judged by it, then those that are judged by
 * what it writes down, then those that share its name.
 */
export function concernedPromises(
  machine: Machine,
  { promises, events, sites, written }: Changed,
): Pick<Question, 'name' | 'near'>[] {
  const stems = new Set([...sites].map(stemOf));
  const happening = machine.events.filter(({ name }) => events.has(name));
  const noted = new Set(happening.flatMap(({ reactions }) => changedBy(reactions)));
  // What is remembered of an event is read when another one happens: a message that needs approvals, and those.
  const judged = new Set([
    ...noted,
    ...machine.events.flatMap(({ reactions }) => changedBy(reactions, noted)),
  ]);
  const writes = new Set(machine.variables.flatMap(({ name }, index) => (written.has(name) ? [index] : [])));
  const judgedBy = new Set([
    ...machine.events.flatMap(({ reactions }) => changedBy(reactions, writes)),
    ...machine.consequences.flatMap(({ when, effects }) => changedBy([{ op: 'if', when, effects }], writes)),
  ]);
  const nearness = ({ name, expects, variable }: Promised): number => {
    if (promises.has(name)) return 4;
    if (judged.has(variable)) return 3;
    if (expects.some((event) => events.has(machine.events[event]?.name ?? ''))) return 3;
    if (judgedBy.has(variable)) return 2;
    return stems.has(stemOf(name)) ? 1 : 0;
  };
  return machine.promises
    .map((promise) => ({ name: promise.name, near: nearness(promise) }))
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near);
}

/** The variables that effects change, or those alone that they change because of what one of these says. */
const changedBy = (effects: readonly Effect[], because?: ReadonlySet<number>): number[] =>
  effects.flatMap((effect) => {
    if (effect.op === 'if') {
      const reads = because && [...readsOf(effect.when)].some((each) => because.has(each));
      return changedBy(effect.effects, reads ? undefined : because);
    }
    return (effect.op === 'set' || effect.op === 'add') && !because ? [effect.variable] : [];
  });

/** `join/lead` of the site `join/lead/anna`, and of the promise of that name. */
const stemOf = (name: string): string => name.split('/').slice(0, 2).join('/');
