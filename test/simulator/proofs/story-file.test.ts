import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadBook } from '../../../model/load-book.ts';
import { proverOf } from '../../../simulator/explore/prove.ts';
import { isSealed, storyPath, storyText } from '../../../simulator/proofs/story-file.ts';
import { tellProof } from '../../../simulator/proofs/tell-proof.ts';
import { replay } from '../../../simulator/replay/replay.ts';
import { writeTrace } from '../../../simulator/run/trace.ts';
import { houseBook, houseFiles } from '../tiny-book.ts';

/** The plumber answers within 5m and closes the valve within 5m more: what is promised in 8m takes 10m. */
const LATE_BY_ITSELF = `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: close-valve, text: Close the main valve., by: worker, takes: 0..5m, produces: [valve-closed], within: {by: 8m, from: declared}}
`;
/** One person must be late before this breaks. */
const NEEDS_ONE = LATE_BY_ITSELF.replace('by: 8m', 'by: 10m');

function brokenIn(changes: string) {
  const book = houseBook(changes);
  const { machine, prove } = proverOf(book, {
    runbook: 'leak',
    budget: { states: 50_000, bytes: 1e8 },
    outages: false,
    starts: '2026-09-16T14:00:00Z',
  });
  const promise = machine.promises.find(({ name }) => name === 'step/close-valve');
  if (!promise) throw new Error('the house closes its valve');
  const proof = prove(promise);
  if (proof.verdict.kind !== 'broken') throw new Error(`it is ${proof.verdict.kind}`);
  return {
    book,
    proof,
    broken: proof.verdict.story,
    told: tellProof(book, machine, promise, proof, { failuresAsked: null, recorded: null }),
  };
}

test.each([
  ['nobody is late', LATE_BY_ITSELF, 0],
  ['one person is late', NEEDS_ONE, 1],
])('a story in which %s is a drill of the book that replays to the same bytes', (_, changes, cost) => {
  const { book, broken, told } = brokenIn(changes);
  const { scenario } = broken;
  const file = storyPath(book.id, scenario);
  const bytes = new TextEncoder().encode(storyText(scenario));
  const again = loadBook([...houseFiles(changes), { file, bytes }], book.id);
  expect(again.findings).toEqual([]);
  const drill = again.book?.scenarios.get(scenario.id);
  if (!again.book || !drill) throw new Error('the story is no drill');
  const played = replay(again.book, drill);
  expect(played.failures).toEqual([]);
  const header = { book: book.id, scenario: scenario.id, starts: scenario.starts };
  const { records } = broken.acted.run;
  expect(played.trace).toBe(writeTrace(header, records));
  expect(played.trace).toBe(replay(again.book, drill).trace);
  expect({ cost: told.story?.cost, late: told.story?.late.length }).toEqual({ cost, late: cost });
});

test('a story says in plain words what was promised, who was late and what happened when', () => {
  const alone = brokenIn(LATE_BY_ITSELF).broken.scenario;
  expect(alone.title).toBe('Broken although nobody is late: close-valve done within 8m of declared');
  expect(alone.briefing).toContain('5m: Plumber begins close valve');
  expect(alone.expect.breaks.at(-1)?.because).toBe('The pace of the book alone is too slow.');
  const late = brokenIn(NEEDS_ONE).broken.scenario;
  expect(late.title).toMatch(/^Broken when Plumber is late: /);
  expect(late.briefing).toContain('Plumber is late; everybody else keeps the pace');
});

test('what a proof rests on is said: whose pace, and whether it is only the default of the book', () => {
  const { told } = brokenIn(LATE_BY_ITSELF);
  expect(told.assumes.map(({ site, from, to, byDefault }) => ({ site, from, to, byDefault }))).toEqual([
    { site: 'page/contact-worker/1/paul', from: 0, to: 300, byDefault: true },
    { site: 'step/close-valve', from: 0, to: 300, byDefault: false },
  ]);
});

test('a file is known to be untouched exactly as long as nobody changes a character of it', () => {
  const text = storyText(brokenIn(LATE_BY_ITSELF).broken.scenario);
  expect(isSealed(text)).toBe(true);
  expect(parse(text)).toMatchObject({ kind: 'scenario', runbook: 'leak' });
  const body = text.indexOf('kind: scenario');
  fc.assert(
    fc.property(
      fc.integer({ min: body, max: text.length - 1 }),
      fc.constantFrom('#', 'x', '9'),
      (place, typed) => {
        const edited = `${text.slice(0, place)}${typed}${text.slice(place + 1)}`;
        expect(isSealed(edited)).toBe(edited === text);
      },
    ),
  );
  expect(isSealed('kind: scenario\n')).toBe(false);
});
