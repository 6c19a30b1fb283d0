import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toy } from '../../bench/books.ts';
import { playToy } from '../../bench/heap-baseline.ts';
import type { Answers } from '../../bench/toy-incident.ts';
import type { Chooser } from '../../simulator/choose/chooser.ts';
import { splitmix32 } from '../../simulator/choose/random.ts';
import { renderTrace } from '../../simulator/compiled/render-trace.ts';
import { makeSimulator } from '../../simulator/compiled/simulate.ts';
import { run } from '../../simulator/run/run.ts';

const { machine, options, odds } = toy();

/** Answers that depend on what is asked and not on how often: both sides get the same, in whatever order they ask. */
function keyedAnswers(seed: number, failurePercent: number): Answers {
  const draw = (text: string): number => {
    let hash = seed;
    for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
    return splitmix32(hash)();
  };
  return {
    time: (site, person, start, now, lo, hi) => {
      const key = `${site} ${person} ${start} ${now}`;
      return draw(`fails ${key}`) % 100 < failurePercent
        ? undefined
        : lo + (draw(`time ${key}`) % (hi - lo + 1));
    },
    choose: (site, now, n) => draw(`way ${site} ${now}`) % n,
  };
}

function chooserOf(answers: Answers): Chooser {
  let begun = false;
  return {
    choose: (site, n) => {
      if (site.name !== odds.begins.site) return answers.choose(site.name, site.now, n);
      begun = true;
      return site.window.alternatives.findIndex(({ name }) => name === odds.begins.alternative);
    },
    window: ({ name, window: { owner }, start, now }, lo, hi) => {
      if (hi === undefined) return name === odds.begins.site && !begun ? 0 : undefined;
      return owner.kind === 'person' ? answers.time(name, owner.id, start, now, lo, hi) : lo;
    },
  };
}

interface Told {
  readonly t: number;
  readonly kind: string;
  readonly event: string;
  readonly by?: string | undefined;
}

const lines = (records: readonly Told[], grain: number) =>
  records.map(({ t, kind, event, by }) => `${t / grain} ${kind} ${event} ${by ?? ''}`);

test('given the same answers, the heap of objects and the engine tell the same incident, line by line', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(0, 2, 10, 40, 100), (seed, failurePercent) => {
      const answers = keyedAnswers(seed, failurePercent);
      const { records } = run(machine, chooserOf(answers), options);
      const told = playToy(answers, options.horizon).map((record) => ({
        ...record,
        by: record.by as string,
      }));
      expect(lines(told, 1)).toEqual(lines(records, machine.grain));
    }),
    { seed: 6, numRuns: 500 },
  );
});

test('left to chance, both sides break about as many promises, so that neither has the easier incidents', () => {
  const INCIDENTS = 4_000;
  const simulate = makeSimulator(machine, odds, options);
  const draw = splitmix32(1);
  const drawn: Answers = {
    time: (_site, _person, _start, _now, lo, hi) =>
      draw() % 100 < odds.failurePercent ? undefined : lo + (draw() % (hi - lo + 1)),
    choose: (_site, _now, n) => draw() % n,
  };
  const mean = (play: (seed: number) => readonly { kind: string }[]) => {
    let lengths = 0;
    let broken = 0;
    for (let seed = 0; seed < INCIDENTS; seed++) {
      const records = play(seed);
      lengths += records.length;
      broken += records.filter(({ kind }) => kind === 'promise-violated').length;
    }
    return { length: lengths / INCIDENTS, broken: broken / INCIDENTS };
  };
  const heap = mean(() => playToy(drawn, options.horizon));
  const engine = mean((seed) => renderTrace(machine, simulate(seed)).records);
  expect(engine.length / heap.length).toBeCloseTo(1, 1);
  expect(engine.broken / heap.broken).toBeCloseTo(1, 1);
});

test('the toy has every kind of clock: each of its promises is kept in some incidents and broken in others', () => {
  const simulate = makeSimulator(machine, { ...odds, failurePercent: 10 }, options);
  const seen = new Set<string>();
  for (let seed = 0; seed < 500; seed++)
    for (const { kind, event } of renderTrace(machine, simulate(seed)).records) seen.add(`${kind} ${event}`);
  for (const { name } of machine.promises) {
    expect(seen).toContain(`promise-met ${name}`);
    expect(seen).toContain(`promise-violated ${name}`);
  }
});
