import { BUILT_IN_RULES } from '../../model/built-in-rules.ts';
import type { CheckedBook, CheckReport, ReportedFinding } from '../check-report.ts';
import { DRILL_RULE } from '../drill-findings.ts';
import { KNOWN_RULES } from '../known-rules.ts';
import type { PlayedDrill } from '../replay-scenarios.ts';
import { type Case, junitXml, type Suite } from './junit-xml.ts';
import type { Reporter } from './reporter.ts';

/** A suite a book, a case a rule: the names stay the same from run to run, so that a server can show their history. */
export const junit: Reporter = (report) => junitXml(checkSuites(report));

export function checkSuites({ books, findings }: CheckReport): Suite[] {
  const of = (id: string) => findings.filter(({ book }) => book === id);
  const suites = books.map((book) => ({ name: `check ${book.id}`, cases: bookCases(book, of(book.id)) }));
  const strays = of('').map((stray) => ({
    name: stray.file,
    classname: `check.${stray.rule}`,
    type: stray.rule,
    failures: [sentence(stray)],
  }));
  return strays.length === 0 ? suites : [...suites, { name: 'check outside of every book', cases: strays }];
}

const CHECK_RULES = KNOWN_RULES.map(({ id }) => id).filter((id) => id !== DRILL_RULE.id);

function bookCases(book: CheckedBook, findings: readonly ReportedFinding[]): Case[] {
  const rules = new Set([...CHECK_RULES, ...findings.map(({ rule }) => rule)]);
  return [...rules].map((rule) => {
    const failures = findings.filter((finding) => finding.rule === rule).map(sentence);
    const asked = book.rules > 0 || rule in BUILT_IN_RULES || failures.length > 0;
    return {
      name: rule,
      classname: `check.${book.id}`,
      type: rule,
      failures,
      ...(asked ? {} : { skipped: 'rules are asked once what keeps the book from being read is mended' }),
    };
  });
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
