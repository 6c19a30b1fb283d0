import type { Book } from '../../model/book.ts';
import type { Condition, Invariant, StateOrEvent } from '../../model/generated/types.ts';
import { conditionClause, evidenceClause, stateClause } from './condition-clause.ts';
import { eventClause } from './event-clause.ts';
import { capital, joined, plain, quoted } from './plain.ts';

/** An invariant as one English sentence, from its pattern and the names in it; what it protects is its own `text`. */
export function invariantSentence(book: Book, invariant: Invariant): string {
  const pattern = PATTERNS.find(([key]) => invariant[key] !== undefined);
  if (!pattern) throw new Error(`invariant ${invariant.id} has no pattern`);
  return `${capital([...scopeOf(book, invariant), pattern[1](book, invariant)].join(': '))}.`;
}

function scopeOf(book: Book, { runbooks, if: condition, across }: Invariant): string[] {
  const names = runbooks?.map((id) => quoted(book.runbooks.get(id)?.title ?? plain(id)));
  const parts = [
    ...(names ? [`in ${joined(names, 'or')}`] : []),
    ...(condition ? [`where ${conditionClause(condition)}`] : []),
    ...(across ? ['over all incidents that go on at once'] : []),
  ];
  return parts.length === 0 ? [] : [parts.join(', ')];
}

type Sentence = (book: Book, invariant: Invariant) => string;

const clause = (book: Book, event: string | undefined): string => eventClause(book, event ?? '');
const clauses = (book: Book, events: readonly string[] = []): string[] =>
  events.map((event) => eventClause(book, event));
const unless = (book: Book, { unless: event }: Invariant): string =>
  event === undefined ? '' : `, unless ${clause(book, event)}`;

const times = ({ min, max }: Invariant): string =>
  [...(min === undefined ? [] : [`at least ${min}`]), ...(max === undefined ? [] : [`at most ${max}`])].join(
    ' and ',
  ) + (max === 1 || (max === undefined && min === 1) ? ' time' : ' times');

const PATTERNS: readonly (readonly [keyof Invariant, Sentence])[] = [
  ['never', (book, { never }) => `it never happens that ${stateClause(book, never as StateOrEvent)}`],
  ['always', (_, { always }) => `at all times ${conditionClause(always as Condition)}`],
  [
    'expect',
    (book, each) =>
      `once ${clause(book, each.after)}, ${clause(book, each.expect)} within ${each.within}${each.for_each === 'page' ? ', every time' : ''}${unless(book, each)}`,
  ],
  [
    'not_before',
    (book, each) =>
      `once ${clause(book, each.after)}, it takes at least ${each.delay} until ${clause(book, each.not_before)}${unless(book, each)}`,
  ],
  [
    'require',
    (book, { before, require = [] }) =>
      `before ${clause(book, before)}, ${joined(
        require.map((evidence) => evidenceClause(book, evidence)),
        'and',
      )}`,
  ],
  [
    'every',
    (book, each) =>
      `while ${conditionClause(each.while as Condition)}, ${clause(book, each.event)} at least every ${each.every}${each.grace === undefined ? '' : `, with ${each.grace} of grace`}`,
  ],
  [
    'at_most',
    (_, each) => `it lasts at most ${each.at_most} that ${conditionClause(each.state as Condition)}`,
  ],
  [
    'at_least',
    (_, each) => `once ${conditionClause(each.state as Condition)}, it lasts at least ${each.at_least}`,
  ],
  ['count', (book, each) => `it happens ${times(each)} that ${clause(book, each.count)}`],
  ['order', (book, { order }) => `in this order, as far as they happen: ${clauses(book, order).join('; ')}`],
  [
    'if_silent',
    (book, each) =>
      `unless ${clause(book, each.if_silent)} within ${each.for} after ${clause(book, each.after)}, ${clause(book, each.then)} at most ${each.within} later`,
  ],
  ['by_close', (book, { by_close }) => `before the incident is closed, ${clause(book, by_close)}`],
  [
    'exactly_one',
    (book, { exactly_one }) => `exactly one of these happens: ${clauses(book, exactly_one).join('; ')}`,
  ],
  [
    'at_most_one',
    (book, { at_most_one }) => `at most one of these happens: ${clauses(book, at_most_one).join('; ')}`,
  ],
  [
    'distinct_people',
    (book, { distinct_people = [], across }) =>
      `no one person acts ${across ? 'for two of them in any' : 'in more than one'} of these roles: ${distinct_people.map((role) => book.roles.get(role)?.title ?? plain(role)).join('; ')}`,
  ],
  ['sometimes', (book, { sometimes }) => `in some run ${stateClause(book, sometimes as StateOrEvent)}`],
];
