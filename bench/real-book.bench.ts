import { readFileSync } from 'node:fs';
import { type Odds, randomChooser } from '../simulator/choose/random.ts';
import { renderTrace } from '../simulator/compiled/render-trace.ts';
import { makeSimulator, type Outcome, type Simulate } from '../simulator/compiled/simulate.ts';
import { TAG, tagOf } from '../simulator/compiled/trace-codes.ts';
import type { Effect, Machine } from '../simulator/kernel/machine.ts';
import { run } from '../simulator/run/run.ts';
import { shipped, toy } from './books.ts';
import type { Bench, Contender } from './harness.ts';

const INCIDENTS = 500;
const RUNS = 10;

const small = toy();
/** Which shipped book is measured is data, so that no word of it stands in code. */
const { book, runbook, begins } = JSON.parse(readFileSync('bench/real-case.json', 'utf8')) as {
  readonly book: string;
  readonly runbook: string;
  readonly begins: Odds['begins'];
};
const real = shipped(book, runbook, begins);
const bare = { ...real, machine: withoutPromises(real.machine) };

/** Nothing opens, meets or breaks a promise any more: what is left is the incident alone. */
function withoutPromises(machine: Machine): Machine {
  const registers = new Set(machine.promises.map(({ variable }) => variable));
  const kept = (effects: readonly Effect[]): Effect[] =>
    effects.flatMap((effect): Effect[] => {
      if (effect.op === 'set' && registers.has(effect.variable)) return [];
      if (effect.op !== 'if') return [effect];
      const inner = kept(effect.effects);
      return inner.length === 0 ? [] : [{ ...effect, effects: inner }];
    });
  return {
    ...machine,
    promises: [],
    windows: machine.windows.map((window) => ({
      ...window,
      alternatives: window.alternatives.map((way) => ({ ...way, effects: kept(way.effects) })),
    })),
    // What moves a register is the promise itself, and would never come to rest without it.
    consequences: machine.consequences.filter(
      ({ effects }) => !effects.some((effect) => effect.op === 'set' && registers.has(effect.variable)),
    ),
    events: machine.events.map((event) => ({ ...event, reactions: kept(event.reactions) })),
  };
}

type Counted = (tag: number) => boolean;
/** An event is whatever the trace has a line for: a move, an event of the book, a change of a promise. */
const isEvent: Counted = (tag) => tag !== TAG.time;
/** What happens with promises and without. */
const isOfIncident: Counted = (tag) => isEvent(tag) && tag !== TAG.promise && tag !== TAG.broken;

const countIn = ({ trace, length }: Outcome, counted: Counted): number => {
  let sum = 0;
  for (let entry = 0; entry < length; entry++) if (counted(tagOf(trace[entry] as number))) sum++;
  return sum;
};

/** Each side plays the same incidents in the same rounds: a few of them go on for weeks, and weigh more than all the others. */
const incidents = (name: string, simulate: Simulate, count = INCIDENTS): Contender => {
  let seed = 0;
  return {
    name,
    run: () => {
      for (let incident = 0; incident < count; incident++) simulate(seed++);
      return count;
    },
  };
};

const events = (name: string, simulate: Simulate, count = INCIDENTS, counted = isEvent): Contender => {
  let seed = 0;
  return {
    name,
    run: () => {
      let sum = 0;
      for (let incident = 0; incident < count; incident++) sum += countIn(simulate(seed++), counted);
      return sum;
    },
  };
};

const simulatorOf = ({ machine, odds, options }: typeof real) => makeSimulator(machine, odds, options);
const simulateToy = simulatorOf(small);
const simulateReal = simulatorOf(real);

/** Through `run`, its records thrown away. */
const withReasons = (one: number): Outcome => {
  const { ended, how } = run(real.machine, randomChooser(one, real.odds), real.options);
  if (how === 'stuck') throw new Error(`the incident of seed ${one} is stuck`);
  return { trace: NO_TRACE, length: 0, ended, how };
};
const NO_TRACE = new Int32Array();

const rendered = (one: number): Outcome => {
  const outcome = simulateReal(one);
  renderTrace(real.machine, outcome);
  return outcome;
};

const benches: Bench[] = [
  {
    name: 'incidents of a real book',
    about: `custody-discrepancy with its ${real.machine.promises.length} promises beside the toy`,
    baseline: incidents('toy', simulateToy, 10 * INCIDENTS),
    subject: incidents('custody discrepancy', simulateReal),
    rounds: 61,
    reads: 'cost',
    unit: 'incidents',
  },
  {
    name: 'events of a real book',
    about: 'the same per line of the trace',
    baseline: events('toy', simulateToy, 10 * INCIDENTS),
    subject: events('custody discrepancy', simulateReal),
    rounds: 61,
    reads: 'cost',
    unit: 'events',
  },
  {
    name: `what ${real.machine.promises.length} promises cost`,
    about:
      'custody-discrepancy with its promises, and with nothing that opens or breaks one, for each thing that happens in it',
    baseline: events('no promises', simulatorOf(bare), INCIDENTS, isOfIncident),
    subject: events('all promises', simulateReal, INCIDENTS, isOfIncident),
    rounds: 61,
    reads: 'cost',
    unit: 'events',
  },
  {
    name: 'a run with its reasons',
    about: 'custody-discrepancy: the run that records why, beside the compiled one of the same seeds',
    baseline: incidents('run', withReasons, RUNS),
    subject: incidents('compiled machine', simulateReal),
    rounds: 21,
    reads: 'speed',
  },
  {
    name: 'rendering a trace',
    about:
      'custody-discrepancy: a compiled run made into records with reasons, beside the run that records them',
    baseline: incidents('run', withReasons, RUNS),
    subject: incidents('compiled and rendered', rendered, RUNS),
    rounds: 21,
    reads: 'speed',
  },
];

export default benches;
