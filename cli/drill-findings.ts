import type { Book } from '../model/book.ts';
import { writeSeconds } from '../model/duration.ts';
import { makeFinding } from '../model/make-finding.ts';
import type { At } from '../model/position.ts';
import { brokenPromises } from './broken-promises.ts';
import { type ReportedFinding, reported } from './check-report.ts';
import type { PlayedDrill } from './replay-scenarios.ts';

/** The rule that a failed replay breaks, so that it is annotated and explained like any other finding. */
export const DRILL_RULE = {
  id: 'drill-goes-as-expected',
  summary: 'Every drill goes as its scenario expects.',
  why: 'A scenario names every page and every promise that breaks. What differs is what a change of a procedure does to people: either the change is wrong, or the scenario is brought up to date so that a reviewer sees the difference.',
} as const;

/** Failed drills as findings: each promise that broke by surprise at its own place, each failure at its place in the scenario. */
export function drillFindings(drills: readonly PlayedDrill[]): ReportedFinding[] {
  const failures = drills.flatMap(({ book, replay }) =>
    replay.failures.map(({ at, message }) =>
      finding(book, at, message, `in the drill \`${replay.scenario.id}\`, ${message}`),
    ),
  );
  return [...surprises(drills), ...failures];
}

/** One finding a promise, whatever number of drills it breaks in: this is often the line that a change has touched. */
function surprises(drills: readonly PlayedDrill[]): ReportedFinding[] {
  const found = new Map<string, Surprise>();
  for (const { book, replay } of drills)
    for (const { report, at, expected } of brokenPromises(replay)) {
      const { name, text, at: place } = report.promise;
      if (expected || place === undefined) continue;
      const key = `${book.id} ${name}`;
      const surprise = found.get(key) ?? { book, at: place, name, text, where: new Set() };
      surprise.where.add(`\`${replay.scenario.id}\` at ${writeSeconds(at.at)}`);
      found.set(key, surprise);
    }
  return [...found.values()].map(({ book, at, name, text, where }) =>
    finding(book, at, name, `"${text}" breaks where no drill expects it: ${[...where].join(', ')}`),
  );
}

interface Surprise {
  readonly book: Book;
  readonly at: At;
  readonly name: string;
  readonly text: string;
  /** Drills, each with the time. */
  readonly where: Set<string>;
}

const finding = (book: Book, at: At, subject: string, message: string): ReportedFinding =>
  reported(
    book.id,
    makeFinding({
      rule: DRILL_RULE.id,
      position: book.position(at),
      path: book.namedPath(at),
      subject,
      message,
    }),
  );
