import type { Book, Entity } from '../model/book.ts';
import type { ErrorCode } from '../model/generated/types.ts';
import { groupsBy } from './findings/groups-by.ts';
import { allSteps } from './procedure/all-steps.ts';
import type { Rule } from './rule.ts';
import { counted, listed, quoted } from './words/sentence.ts';

export const codesHaveAPrecedence: Rule = {
  id: 'codes-have-a-precedence',
  summary: 'Where several codes could be given at once, the book says which one is.',
  why: `
    Two things fail together, the system answers with one code, and two implementations answer with different ones. The
    reader opens the procedure of the code that he sees; a test that expects the other code fails although all is well.
    List the codes under \`precedence\`, first the one that wins.
  `,
  good: [
    `
kind: codes
precedence: [2, 1]
codes:
  1: {name: wet, meaning: Water., raised_by: "The sensor, at 1 cm", runbook: leak, source: {section: "1"}}
  2: {name: flooded, meaning: Much water., raised_by: "The sensor, at 9 cm", runbook: leak, source: {section: "1"}}
`,
  ],
  bad: [
    `
kind: codes
codes:
  1: {name: wet, meaning: Water., raised_by: "The sensor, at 1 cm", runbook: leak, source: {section: "1"}}
  2: {name: flooded, meaning: Much water., raised_by: "The sensor, at 9 cm", runbook: leak, source: {section: "1"}}
`,
    `
kind: codes
codes:
  1: {name: wet, meaning: Water., raised_by: The sensor, runbook: leak, source: {section: "1"}}
  2: {name: dark, meaning: No power., raised_by: The meter, runbook: leak, source: {section: "1"}}
---
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: press-test, text: Press the test button., by: lead, expects: 1}
      - {id: press-again, text: Press the test button again., by: lead, expects: 2}
`,
  ],
  check(book, report) {
    for (const [source, codes] of groupsBy(failures(book), raiser))
      if (codes.length > 1 && !haveRanks(book, codes))
        report(
          codes[0].at,
          `${quoted(source)} can give ${counted(codes.length, 'code')} (${listed(codes.map(({ id }) => id))}), and nothing says which one when several hold`,
          'list them under `precedence`',
          source,
        );
    for (const [runbook, steps] of groupsBy(expecting(book), ({ runbook }) => runbook)) {
      const expected = [...new Set(steps.map(({ step }) => step.expects as number))];
      const codes = expected.flatMap((code) => book.codes.get(String(code)) ?? []);
      if (codes.length > 1 && !haveRanks(book, codes) && new Set(codes.map(raiser)).size > 1)
        report(
          steps[0].at,
          `${quoted(runbook.id)} tests for ${listed(steps.map(({ step }) => `${step.expects} (${quoted(step.id)})`))}, and nothing says which one is given while both hold`,
          'list them under `precedence`',
          'expects',
        );
    }
  },
};

const failures = (book: Book): Entity<ErrorCode>[] =>
  [...book.codes.values()].filter(({ success, lifecycle = 'active' }) => !success && lifecycle === 'active');

/** Who gives the code: `raised_by` up to the comma, after which the circumstances follow. */
const raiser = ({ raised_by }: ErrorCode): string =>
  (raised_by.split(/[,;]/)[0] as string).replace(/\.$/, '');

const haveRanks = (book: Book, codes: readonly Entity<ErrorCode>[]) =>
  codes.every(({ id }) => book.codePrecedence.includes(Number(id)));

const expecting = (book: Book) => allSteps(book).filter(({ step }) => step.expects !== undefined);
