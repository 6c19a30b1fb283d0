import { readFileSync } from 'node:fs';
import { type Odds, randomChooser } from '../simulator/choose/random.ts';
import { renderTrace } from '../simulator/compiled/render-trace.ts';
import { makeSimulator, type Outcome, type Simulate } from '../simulator/compiled/simulate.ts';
import { TAG, tagOf } from '../simulator/compiled/trace-codes.ts';
import { run } from '../simulator/run/run.ts';
import { type Case, shipped, toy } from './books.ts';
import { fewerInvariants, invariantsOf } from './fewer-invariants.ts';
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
/** Ends at the closing: what is open then would end a run with it later than one without. */
const closing = shipped(book, runbook, begins, 'closed');
const withInvariants = (count: number) => ({ ...closing, machine: fewerInvariants(closing.machine, count) });

/** An event is whatever the trace has a line for: a move, an event of the book, a change of a promise. */
const eventsIn = ({ trace, length }: Outcome): number => {
  let sum = 0;
  for (let entry = 0; entry < length; entry++) if (tagOf(trace[entry] as number) !== TAG.time) sum++;
  return sum;
};

/** Every round plays the same incidents: a few go on for weeks, and weigh more than all the others. */
const incidents = (name: string, simulate: Simulate, count = INCIDENTS): Contender => ({
  name,
  run: () => {
    for (let seed = 0; seed < count; seed++) simulate(seed);
    return count;
  },
});

const events = (name: string, simulate: Simulate, count = INCIDENTS): Contender => ({
  name,
  run: () => {
    let sum = 0;
    for (let seed = 0; seed < count; seed++) sum += eventsIn(simulate(seed));
    return sum;
  },
});

const simulatorOf = ({ machine, odds, options }: Case) => makeSimulator(machine, odds, options);
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

function costOf(count: number): Bench {
  return {
    name: `what ${count} invariants cost`,
    about: `custody-discrepancy up to its closing with ${count} of its invariants, beside the same incidents with none`,
    baseline: incidents('no invariants', simulatorOf(withInvariants(0))),
    subject: incidents(`${count} invariants`, simulatorOf(withInvariants(count))),
    rounds: 61,
    reads: 'cost',
    unit: 'incidents',
    shared: { among: count, word: 'an invariant' },
  };
}

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
  ...[30, invariantsOf(real.machine).length].map(costOf),
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
