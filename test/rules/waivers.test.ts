import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Book } from '../../model/book.ts';
import { loadBook } from '../../model/load-book.ts';
import { ALL_RULES } from '../../rules/all.ts';
import { checkBook } from '../../rules/check-book.ts';
import { applyWaivers } from '../../rules/waivers/apply-waivers.ts';
import { proposeWaivers } from '../../rules/waivers/propose-waivers.ts';
import { WAIVER_RULES } from '../../rules/waivers/waiver-rules.ts';
import { exampleBook } from './example-book.ts';

const TODAY = '2026-06-15';
const DECIDE = { owner: 'lead', expires: '2026-12-31' };

/** A book with four findings of two rules. */
const FAULTY = `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: call-hq, text: Call HQ immediately., by: lead}
      - {id: call-ab, text: Call AB., by: lead}
      - {id: call-xy, text: Call XY., by: lead}
`;

function bookOf(...documents: string[]): Book {
  const { book, findings } = loadBook(exampleBook(documents.join('\n---\n')), 'example');
  expect(findings).toEqual([]);
  return book as Book;
}

const findingsOf = (book: Book) => checkBook(book, ALL_RULES, { today: TODAY });
const FINDINGS = findingsOf(bookOf(FAULTY));

interface Given {
  rule: string;
  fingerprint: string;
  expires?: string;
}

const waivers = (given: readonly Given[]) =>
  `kind: waivers\nwaivers: ${JSON.stringify(
    given.map((waiver) => ({ owner: 'lead', reason: 'Decided in May.', expires: '2026-12-31', ...waiver })),
  )}`;

/** Settles the faulty book with these waivers; the rules that find something afterwards, and how much is waived. */
function settled(given: readonly Given[], today = TODAY) {
  const book = bookOf(FAULTY, waivers(given));
  const { open, waived } = applyWaivers(findingsOf(book), book, today);
  return { open: open.map(({ rule }) => rule), messages: open.map(({ message }) => message), waived };
}

const [first, second] = FINDINGS.map(({ rule, fingerprint }) => ({ rule, fingerprint })) as [Given, Given];
const RULES = FINDINGS.map(({ rule }) => rule);

test('the book of these tests has four findings of two rules', () => {
  expect([...RULES].sort()).toEqual([
    'abbreviation-stands-in-the-glossary',
    'abbreviation-stands-in-the-glossary',
    'abbreviation-stands-in-the-glossary',
    'vague-word-has-a-number',
  ]);
});

test('whatever is waived, each finding is either open or waived, and no other is touched', () => {
  fc.assert(
    fc.property(fc.subarray(FINDINGS, { minLength: 1 }), (chosen) => {
      const book = bookOf(FAULTY, waivers(chosen.map(({ rule, fingerprint }) => ({ rule, fingerprint }))));
      const { open, waived } = applyWaivers(findingsOf(book), book, TODAY);
      expect(waived.map(({ finding }) => finding)).toEqual(FINDINGS.filter((each) => chosen.includes(each)));
      expect(open).toEqual(FINDINGS.filter((each) => !chosen.includes(each)));
    }),
    { seed: 7, numRuns: 20 },
  );
});

test('a waiver holds on its last day and no longer on the next', () => {
  const given = [{ ...first, expires: TODAY }];
  expect(settled(given, TODAY).waived).toHaveLength(1);
  const later = settled(given, '2026-06-16');
  expect(later.waived).toEqual([]);
  expect(later.open.filter((rule) => !RULES.includes(rule))).toEqual(['waiver-has-not-expired']);
  expect(later.open).toHaveLength(FINDINGS.length + 1);
});

describe('a waiver that waives nothing is a finding', () => {
  const faults = (given: readonly Given[]) =>
    settled(given).open.filter((rule) => Object.hasOwn(WAIVER_RULES, rule));

  test('when its rule does not exist', () => {
    const { messages } = settled([{ rule: 'vague-word-has-no-number', fingerprint: '000000000000' }]);
    expect(faults([{ rule: 'vague-word-has-no-number', fingerprint: '000000000000' }])).toEqual([
      'waiver-names-a-rule',
    ]);
    expect(messages).toContain('there is no rule `vague-word-has-no-number`');
  });

  test('when its rule finds nothing in the book', () => {
    expect(faults([{ rule: 'quorum-can-be-met', fingerprint: '000000000000' }])).toEqual([
      'waiver-is-still-needed',
    ]);
  });

  test('when its rule finds something else, which it names', () => {
    const abbreviation = FINDINGS.find(({ rule }) => rule.startsWith('abbreviation'));
    const given = [{ rule: 'abbreviation-stands-in-the-glossary', fingerprint: '000000000000' }];
    expect(faults(given)).toEqual(['waiver-matches-its-finding']);
    expect(settled(given).messages.join()).toContain(abbreviation?.fingerprint);
  });

  test('when the fingerprint is that of another rule, and the finding stays open', () => {
    const [vague] = FINDINGS.filter(({ rule }) => rule.startsWith('vague'));
    const given = [
      { rule: 'abbreviation-stands-in-the-glossary', fingerprint: vague?.fingerprint as string },
    ];
    expect(faults(given)).toEqual(['waiver-matches-its-finding']);
    expect(settled(given).waived).toEqual([]);
  });

  test('when another one waives the same finding before it', () => {
    expect(faults([first, second, first])).toEqual(['waiver-stands-once']);
    expect(settled([first, second, first]).waived).toHaveLength(2);
  });
});

test('a proposed file is refused until its reasons are written, and then leaves nothing open', () => {
  const proposed = proposeWaivers(FINDINGS, DECIDE);
  const file = { file: 'policies/example/waivers.yaml', bytes: new TextEncoder().encode(proposed) };
  const empty = loadBook([...exampleBook(FAULTY), file], 'example');
  expect(empty.findings).toHaveLength(FINDINGS.length);
  const written = proposed.replaceAll('reason: ""', 'reason: Decided in May.');
  const book = loadBook(
    [...exampleBook(FAULTY), { ...file, bytes: new TextEncoder().encode(written) }],
    'example',
  ).book as Book;
  expect(applyWaivers(findingsOf(book), book, TODAY).open).toEqual([]);
});
