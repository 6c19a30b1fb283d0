import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BookFile, readBookFiles } from '../../cli/read-book-files.ts';
import { parseSeconds, writeSeconds } from '../../model/duration.ts';
import { citedSource } from '../../publish/cited-source.ts';
import { findingsPage } from '../../publish/findings-page.ts';
import type { WantedPart } from '../../publish/parts/stale-part.ts';
import { ALL_RULES } from '../../rules/all.ts';
import { checkBook } from '../../rules/check-book.ts';
import { applyWaivers } from '../../rules/waivers/apply-waivers.ts';
import { shippedBooks, soundBook } from './book-files.ts';
import { docsMark } from './docs-mark.ts';
import { RULE_FAMILIES } from './rule-parts.ts';
import { unkeptPromisesOf } from './unkept-promises.ts';

/** `docs/findings/`: what the rules find in each book, on `day` or else on the day that the page names already. */
export const findingsParts = (day: string | undefined): WantedPart[] =>
  shippedBooks().map((book) => {
    const file = join('docs', 'findings', `${book}.md`);
    const text = findingsText(book, readBookFiles('.', book), day ?? dayOf(file));
    return { file, mark: docsMark('findings'), text };
  });

function dayOf(page: string): string {
  const [, day] = /read on (\d{4}-\d{2}-\d{2})/.exec(readFileSync(page, 'utf8')) ?? [];
  if (day === undefined)
    throw new Error(`${page} names no day on which the book was read: say one with --day`);
  return day;
}

function findingsText(id: string, files: readonly BookFile[], today: string): string {
  const book = soundBook(id, files);
  const findings = checkBook(book, ALL_RULES, { today });
  const waivers = new Map(
    applyWaivers(findings, book, today).waived.map(({ finding, waiver }) => [finding, waiver]),
  );
  const texts = new Map(
    files.map((each) => [each.file, 'bytes' in each ? new TextDecoder().decode(each.bytes) : '']),
  );
  return findingsPage({
    title: book.manifest.title,
    today,
    files: files.length,
    groups: RULE_FAMILIES,
    unkept: unkeptPromisesOf(book),
    drills: [...book.scenarios.values()]
      .filter(({ at }) => !at.file.includes('/regressions/'))
      .map(({ title, at, expect: { breaks = [] } }) => ({
        title,
        file: at.file,
        breaks: breaks.map(({ promise, at: when, because }) => ({
          promise,
          at: writeSeconds(parseSeconds(when)),
          because,
        })),
      })),
    findings: findings.map((finding) => ({
      finding,
      cited: citedSource(texts.get(finding.position.file) ?? '', finding.position),
      waiver: waivers.get(finding),
    })),
  });
}
