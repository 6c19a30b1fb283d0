import { all, type Guard, is } from '../simulator/kernel/guard.ts';
import { type Effect, type Machine, PROMISE, type Window } from '../simulator/kernel/machine.ts';

const [ALARM, PAGE, ANN, BEN, ANSWERED, PROMISED] = [0, 1, 2, 3, 4, 5] as const;
const [LEVEL, SINCE] = [0, 1] as const;

const window = (
  rest: Pick<Window, 'site' | 'owner' | 'when' | 'clock' | 'lo' | 'hi'>,
  effects: Effect[],
): Window => ({
  ...rest,
  doing: 'act',
  alternatives: [{ name: 'happens', effects }],
  answered: undefined,
  atOpening: false,
  at: undefined,
  text: rest.site,
});
const set = (variable: number, to = 1): Effect => ({ op: 'set', variable, to });
const start = (clock: number): Effect => ({ op: 'start', clock, restart: true });
const unanswered = (turn: number): Guard => all(is(PAGE, turn), is(ANSWERED, 0));
const answer: Effect[] = [set(ANSWERED), { op: 'emit', event: 0 }];

const WINDOWS: readonly Window[] = [
  window(
    {
      site: 'alarm',
      owner: { kind: 'nature' },
      when: is(ALARM, 0),
      clock: undefined,
      lo: 0,
      hi: undefined,
    },
    [set(ALARM), set(PAGE, 1), start(LEVEL), start(SINCE), set(PROMISED, PROMISE.open)],
  ),
  window(
    {
      site: 'ann',
      owner: { kind: 'person', id: 'ann', failed: ANN },
      when: unanswered(1),
      clock: LEVEL,
      lo: 0,
      hi: 2,
    },
    answer,
  ),
  window(
    {
      site: 'ben',
      owner: { kind: 'person', id: 'ben', failed: BEN },
      when: unanswered(2),
      clock: LEVEL,
      lo: 0,
      hi: 1,
    },
    answer,
  ),
  window({ site: 'timeout', owner: { kind: 'machine' }, when: unanswered(1), clock: LEVEL, lo: 2, hi: 2 }, [
    set(PAGE, 2),
    start(LEVEL),
  ]),
  window(
    { site: 'fallback', owner: { kind: 'machine' }, when: unanswered(2), clock: LEVEL, lo: 2, hi: 2 },
    answer,
  ),
];

/**
 * The smallest escalation: an alarm pages Ann, who answers within 2; at 2 the page moves on to Ben, who answers within 1; at 2
 * after that a machine answers. Promised: an answer within `bound` of the alarm. 2 holds with nobody late, 3 with one, 4 always.
 */
export const toy = (bound: number): Machine => ({
  grain: 60,
  variables: [
    { name: 'alarm', size: 2, initial: 0 },
    { name: 'page', size: 3, initial: 0 },
    { name: 'failed/ann', size: 2, initial: 0 },
    { name: 'failed/ben', size: 2, initial: 0 },
    { name: 'answered', size: 2, initial: 0 },
    { name: 'promise', size: 5, initial: 0 },
  ],
  clocks: [
    { name: 'level', cap: 3 },
    { name: 'since', cap: bound + 1 },
  ],
  windows: WINDOWS,
  consequences: [],
  events: [
    {
      name: 'answered',
      kind: 'fact',
      subject: undefined,
      reactions: [{ op: 'if', when: is(PROMISED, PROMISE.open), effects: [set(PROMISED, PROMISE.met)] }],
      text: '',
    },
  ],
  promises: [
    {
      name: 'answered-in-time',
      variable: PROMISED,
      clock: SINCE,
      bound,
      businessDays: undefined,
      expects: [0],
      atClose: 'excused',
      tolerate: 0,
      pinned: false,
      text: '',
      at: undefined,
    },
  ],
});
