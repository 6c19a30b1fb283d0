import { counted } from './prose.ts';
import type { ExplainedRule } from './rule-page.ts';

export interface RuleGroup {
  readonly title: string;
  readonly about: string;
  readonly rules: readonly ExplainedRule[];
}

/** The table of contents of the rules, group by group. */
export function ruleIndex(groups: readonly RuleGroup[]): string {
  const total = groups.reduce((sum, { rules }) => sum + rules.length, 0);
  return [
    '# Rules',
    `\`drillbook check\` asks ${counted(total, 'question')} of every book. Each one is a sentence that must hold in any procedure of any team; a sentence that does not hold is a finding, with its place and with what there is to decide.`,
    ...groups.flatMap(({ title, about, rules }) => [`## ${title}`, about, list(rules)]),
  ].join('\n\n');
}

const list = (rules: readonly ExplainedRule[]) =>
  rules.map(({ id, summary }) => `- [${id}](${id}.md): ${summary}`).join('\n');
