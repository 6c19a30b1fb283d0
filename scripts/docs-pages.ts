import { COVERAGE_RULES } from '../cli/coverage/coverage-rules.ts';
import { DRILL_RULE } from '../cli/drill-findings.ts';
import { CONTRACT_RULES } from '../contract/contract-rules.ts';
import { BUILT_IN_RULES } from '../model/built-in-rules.ts';
import { loadBook } from '../model/load-book.ts';
import type { SourceFile } from '../model/source-file.ts';
import { citedSource } from '../publish/cited-source.ts';
import { findingsPage } from '../publish/findings-page.ts';
import { type RuleGroup, ruleIndex } from '../publish/rule-index.ts';
import { type ExplainedRule, rulePage } from '../publish/rule-page.ts';
import { ALL_RULES } from '../rules/all.ts';
import { checkBook } from '../rules/check-book.ts';
import { FAMILIES } from '../rules/families.ts';
import { applyWaivers } from '../rules/waivers/apply-waivers.ts';
import { WAIVER_RULES } from '../rules/waivers/waiver-rules.ts';

const listed = (table: Readonly<Record<string, Omit<ExplainedRule, 'id'>>>): ExplainedRule[] =>
  Object.entries(table).map(([id, rule]) => ({ id, ...rule }));

const families: readonly RuleGroup[] = FAMILIES.map(({ rules, ...family }) => ({
  ...family,
  rules: rules.flatMap((id) => ALL_RULES.find((rule) => rule.id === id) ?? []),
}));

const GROUPS: readonly RuleGroup[] = [
  ...families,
  {
    title: 'What makes a book',
    about: 'Checked while a book is read; the other rules are asked once these hold. They cannot be waived.',
    rules: listed(BUILT_IN_RULES),
  },
  {
    title: 'Waivers',
    about: 'Findings that a team lives with for now are themselves looked after.',
    rules: listed(WAIVER_RULES),
  },
  {
    title: 'Drills',
    about: 'Found by `replay` and `ci`, which play every drill.',
    rules: [DRILL_RULE],
  },
  {
    title: 'Coverage',
    about:
      'Found by `coverage --exhaustive`, which searches every incident for what neither drills nor random runs show.',
    rules: listed(COVERAGE_RULES),
  },
  {
    title: 'Return codes',
    about: 'Found by `codes`, which compares the sources of a check with all that speaks of its codes.',
    rules: listed(CONTRACT_RULES),
  },
];

/** Every page about rules, by its path. */
export const rulePages = (): Map<string, string> =>
  new Map([
    ['docs/rules/README.md', ruleIndex(GROUPS)],
    ...GROUPS.flatMap(({ rules }) => rules).map(
      (rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)] as const,
    ),
  ]);

/** The page about one book, judged on a day; throws when the files are no book. */
export function bookPage(id: string, files: readonly SourceFile[], today: string): string {
  const { book, findings: faults } = loadBook(files, id);
  if (!book) throw new Error(`${id} is no book: ${faults[0]?.message}`);
  const findings = checkBook(book, ALL_RULES, { today });
  const waivers = new Map(
    applyWaivers(findings, book, today).waived.map(({ finding, waiver }) => [finding, waiver]),
  );
  const texts = new Map(files.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)]));
  return findingsPage({
    title: book.manifest.title,
    today,
    files: files.length,
    groups: families,
    findings: findings.map((finding) => ({
      finding,
      cited: citedSource(texts.get(finding.position.file) ?? '', finding.position),
      waiver: waivers.get(finding),
    })),
  });
}
