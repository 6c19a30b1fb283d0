import { COVERAGE_RULES } from '../../cli/coverage/coverage-rules.ts';
import { DRILL_RULE } from '../../cli/drill-findings.ts';
import { SLIP_RULES } from '../../cli/mutation/slip-rules.ts';
import { CONTRACT_RULES } from '../../contract/contract-rules.ts';
import { BUILT_IN_RULES } from '../../model/built-in-rules.ts';
import type { WantedPart } from '../../publish/parts/stale-part.ts';
import { type RuleGroup, ruleIndex } from '../../publish/rule-index.ts';
import { type ExplainedRule, rulePage } from '../../publish/rule-page.ts';
import { ALL_RULES } from '../../rules/all.ts';
import { FAMILIES } from '../../rules/families.ts';
import { WAIVER_RULES } from '../../rules/waivers/waiver-rules.ts';
import { docsMark } from './docs-mark.ts';

const listed = (table: Readonly<Record<string, Omit<ExplainedRule, 'id'>>>): ExplainedRule[] =>
  Object.entries(table).map(([id, rule]) => ({ id, ...rule }));

/** The rules that are asked of a book, the most dangerous family first. */
export const RULE_FAMILIES: readonly RuleGroup[] = FAMILIES.map(({ rules, ...family }) => ({
  ...family,
  rules: rules.flatMap((id) => ALL_RULES.find((rule) => rule.id === id) ?? []),
}));

const GROUPS: readonly RuleGroup[] = [
  ...RULE_FAMILIES,
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
      'Found by `coverage --exhaustive`, which searches all incidents for what neither a drill nor a random one shows.',
    rules: listed(COVERAGE_RULES),
  },
  {
    title: 'Slips',
    about: 'Found by `mutate`, which tries every small slip that a policy can have.',
    rules: listed(SLIP_RULES),
  },
  {
    title: 'Return codes',
    about:
      'Found by `codes` and `ci`, which compare the sources of a check with all that speaks of its codes.',
    rules: listed(CONTRACT_RULES),
  },
];

/** `docs/rules/`: the index, and a page for each rule. */
export const ruleParts = (): WantedPart[] => [
  { file: 'docs/rules/README.md', mark: docsMark('rules'), text: ruleIndex(GROUPS) },
  ...GROUPS.flatMap(({ rules }) => rules).map((rule) => ({
    file: `docs/rules/${rule.id}.md`,
    mark: docsMark('rule'),
    text: rulePage(rule),
  })),
];
