import { expect, test } from 'vitest';
import { NO_PAINT } from '../../../cli/paint.ts';
import { type ProofsPart, resultOf } from '../../../cli/proofs/proofs-part.ts';
import { PROOF_FORMS } from '../../../cli/reporters/proof-forms.ts';
import type { ToldProof } from '../../../simulator/proofs/told-proof.ts';
import { someProof, someStory } from '../../simulator/proofs/some-proof.ts';
import { parseXml } from '../reporters/strict-xml.ts';

const AROUND = { paint: NO_PAINT, width: 100, line: () => undefined, prefix: '', version: '1.0.0' };
const HOSTILE = '::error::x <b> | `a` & "q" \u001b[31m [l](http://e.x)';

const partOf = (...proofs: ToldProof[]): ProofsPart => ({
  version: 1,
  kind: 'proofs',
  origin: { program: '1', commit: null, books: {}, options: {} },
  shard: { index: 1, of: 1 },
  command: 'drillbook prove',
  result: resultOf(proofs, { day: '2026-06-01', everything: false, waivers: [], vanished: [] }, true),
});

const undecided = someProof({
  search: { ...someProof().search, looksAt: ['step/a', 'step/b', 'failed/anna', 'severity'] },
  verdict: 'gave-up',
  survives: null,
  text: HOSTILE,
});
const many = Array.from({ length: 8 }, (_, each) => someProof({ promise: `step/s${each}` }));

test('text of a book stays text in every form', () => {
  const part = partOf(undecided);
  expect(parseXml(PROOF_FORMS.junit(part)).name).toBe('testsuites');
  expect(PROOF_FORMS.markdown(part)).not.toMatch(/<b>|\]\(http/);
  for (const width of [30, 60, 100]) {
    const text = PROOF_FORMS.text(part, { ...AROUND, width });
    expect(text).not.toMatch(/^\s*::error::/m);
    expect(text).not.toContain('\u001b');
  }
});

test('a table says of each proof what it survives, what it must, and what was looked at', () => {
  const text = PROOF_FORMS.text(partOf(...many, undecided), { ...AROUND, width: 120 });
  expect(text).toMatch(/promise +survives +must +states +grain +cut +pace/);
  expect(text).toMatch(/✓ {2}close-valve done within 10m of declared +0 +0 +10 +1m +1 of 3 +0 \+ 0/);
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    '? step/close-valve in leak: nothing is known: the model of 3 windows was too large (10 states of 10 bits, 1 MiB); it looks at 2 steps, 1 person or group and 1 other',
  );
  expect(text).toContain('? 1 promise not decided: this is no success');
});

test('several runbooks have a line each, and no line of a table is wider than the terminal', () => {
  const proofs = many.flatMap((each) => [each, { ...each, runbook: 'drip' }]);
  const text = PROOF_FORMS.text(partOf(...proofs), { ...AROUND, width: 80 });
  expect(text).toMatch(/✓ {2}leak +8 of 8/);
  expect(text).toMatch(/✓ {2}drip +8 of 8/);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});

test('what breaks in a story stands before what falls silent with it', () => {
  const gone = someProof({
    promise: 'step/gone',
    text: 'the silent one',
    verdict: 'never-called',
    recorded: 1,
  });
  const broken = someProof({
    promise: 'step/late',
    text: 'the told one',
    verdict: 'broken',
    survives: null,
    story: someStory(),
  });
  const text = PROOF_FORMS.text(partOf(gone, ...many, broken), { ...AROUND, width: 100 });
  const places = ['What breaks, and why', 'the told one', 'What falls silent', 'the silent one'].map((each) =>
    text.lastIndexOf(each),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
