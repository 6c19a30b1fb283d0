import type { Finding } from '../model/finding.ts';
import type { Waiver } from '../model/generated/types.ts';
import { counted, paragraphs } from './prose.ts';
import type { RuleGroup } from './rule-index.ts';
import type { ExplainedRule } from './rule-page.ts';

/** A finding as the page shows it. */
export interface ShownFinding {
  readonly finding: Finding;
  /** Where the source document says it: `section 3.1`. */
  readonly cited?: string | undefined;
  readonly waiver?: Waiver | undefined;
}

export interface FindingsPage {
  readonly title: string;
  /** The day on which the book was judged: 2026-09-16. */
  readonly today: string;
  readonly findings: readonly ShownFinding[];
  /** Families of rules, the most dangerous first. */
  readonly groups: readonly RuleGroup[];
  /** How many files and rules there were. */
  readonly files: number;
}

/** What was found in a book, why it matters and what to decide: one page of Markdown. */
export function findingsPage({ title, today, findings, groups, files }: FindingsPage): string {
  const found = groups
    .map((group) => ({ ...group, rules: group.rules.filter((rule) => of(rule, findings).length > 0) }))
    .filter(({ rules }) => rules.length > 0);
  const asked = groups.reduce((sum, { rules }) => sum + rules.length, 0);
  return [
    `# What was found in: ${title}`,
    introduction(findings.length, files, asked, today),
    contents(found, findings),
    ...found.flatMap((group) => family(group, findings)),
  ].join('\n\n');
}

const of = ({ id }: ExplainedRule, findings: readonly ShownFinding[]) =>
  findings.filter(({ finding }) => finding.rule === id);

const introduction = (findings: number, files: number, rules: number, today: string) =>
  [
    `${counted(files, 'file')} were read on ${today} and ${counted(rules, 'rule')} asked; none of the rules knows this organisation. They found ${counted(findings, 'place')} where two people who both follow the procedures would do different things, or where the procedure cannot be followed at all.`,
    'Nothing here was repaired. Where the source documents say two things, both stand in the book, each with its section, and the finding lies between them. Every entry says what is wrong, where, and what there is to decide; the decision is the team’s.',
    'What costs most comes first.',
  ].join('\n\n');

function contents(groups: readonly RuleGroup[], findings: readonly ShownFinding[]): string {
  const rows = groups.map(({ title, about, rules }) => {
    const count = rules.reduce((sum, rule) => sum + of(rule, findings).length, 0);
    return `| [${title}](#${anchor(title)}) | ${count} | ${about} |`;
  });
  return ['| | findings | |', '|---|---:|---|', ...rows].join('\n');
}

/** The anchor that a heading gets on the usual hosts of Markdown. */
const anchor = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');

const family = ({ title, about, rules }: RuleGroup, findings: readonly ShownFinding[]): string[] => [
  `## ${title}`,
  about,
  ...rules.flatMap((rule) => [
    `### ${rule.summary.replace(/\.$/, '')}`,
    paragraphs(rule.why),
    of(rule, findings).map(entry).join('\n'),
    `Rule: [${rule.id}](../rules/${rule.id}.md)`,
  ]),
];

function entry({ finding: { message, hint, position, fingerprint }, cited, waiver }: ShownFinding): string {
  const { file, line } = position;
  const place = `[${file}:${line}](../../${file}#L${line})${cited ? `, ${cited}` : ''}`;
  const decide = hint ? ` **To decide:** ${hint}.` : '';
  const waived = waiver ? ` *Waived until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}*` : '';
  return `- ${capital(message)}.${decide}${waived}<br>${place} · \`${fingerprint}\``;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '');
