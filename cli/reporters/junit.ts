import { BUILT_IN_RULES } from '../../model/built-in-rules.ts';
import type { CheckReport, ReportedFinding } from '../check-report.ts';
import type { CodesReport } from '../codes-report.ts';
import { DRILL_RULE } from '../drill-findings.ts';
import { CHECK_RULES, CODES_RULES, type KnownRule } from '../known-rules.ts';
import type { PlayedDrill } from '../replay-scenarios.ts';
import { type Case, junitXml, type Suite } from './junit-xml.ts';
import type { Reporter } from './reporter.ts';

/** A suite a book, a case a rule: the names stay the same from run to run, so that a server can show their history. */
export const junit: Reporter = (report) => junitXml(checkSuites(report));

export function checkSuites({ books, findings }: CheckReport): Suite[] {
  const suites = books.map(({ id, rules }) => {
    const isAsked = (rule: string) => rules > 0 || rule in BUILT_IN_RULES;
    return ruleSuite('check', id, findings, CHECK_RULES, isAsked);
  });
  const strays = findings
    .filter(({ book }) => book === '')
    .map((stray) => ({
      name: stray.file,
      classname: `check.${stray.rule}`,
      type: stray.rule,
      failures: [sentence(stray)],
    }));
  return strays.length === 0 ? suites : [...suites, { name: 'check outside of every book', cases: strays }];
}

/** The same for the registries of return codes. */
export const codesSuites = ({ contracts, findings }: Pick<CodesReport, 'contracts' | 'findings'>): Suite[] =>
  [...new Set(contracts.map(({ book }) => book))].map((book) =>
    ruleSuite('codes', book, findings, CODES_RULES, () => true),
  );

function ruleSuite(
  command: string,
  book: string,
  all: readonly ReportedFinding[],
  known: readonly KnownRule[],
  isAsked: (rule: string) => boolean,
): Suite {
  const findings = all.filter((finding) => finding.book === book);
  const rules = new Set([...known.map(({ id }) => id), ...findings.map(({ rule }) => rule)]);
  const cases = [...rules].map((rule): Case => {
    const failures = findings.filter((finding) => finding.rule === rule).map(sentence);
    const skipped = 'rules are asked once what keeps the book from being read is mended';
    const asked = isAsked(rule) || failures.length > 0;
    return {
      name: rule,
      classname: `${command}.${book}`,
      type: rule,
      failures,
      ...(asked ? {} : { skipped }),
    };
  });
  return { name: `${command} ${book}`, cases };
}

const sentence = ({ file, line, column, message, hint }: ReportedFinding) =>
  `${file}:${line}:${column}: ${message}${hint === undefined ? '' : ` (${hint})`}`;

/** A suite a book, a case a drill. */
export function drillSuites(drills: readonly PlayedDrill[]): Suite[] {
  const books = [...new Set(drills.map(({ book }) => book.id))];
  return books.map((id) => ({
    name: `replay ${id}`,
    cases: drills.filter(({ book }) => book.id === id).map(drillCase),
  }));
}

const drillCase = ({ book, replay }: PlayedDrill): Case => ({
  name: replay.scenario.id,
  classname: `replay.${book.id}`,
  type: DRILL_RULE.id,
  failures: replay.failures.map(({ at, message }) => {
    const { file, line, column } = book.position(at);
    return `${file}:${line}:${column}: ${message}`;
  }),
});
