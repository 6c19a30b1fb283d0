import type { Finding } from '../model/finding.ts';
import type { Waiver } from '../model/generated/types.ts';
import { counted, paragraphs } from './prose.ts';
import type { RuleGroup } from './rule-index.ts';
import type { ExplainedRule } from './rule-page.ts';
import { type UnkeptPromise, unkeptPromises } from './unkept-promises.ts';

/** A finding as the page shows it. */
export interface ShownFinding {
  readonly finding: Finding;
  /** Where the source document says it: `section 3.1`. */
  readonly cited?: string | undefined;
  readonly waiver?: Waiver | undefined;
}

/** A drill in which promises break as its author expects. */
export interface ShownDrill {
  readonly title: string;
  readonly file: string;
  readonly breaks: readonly { readonly promise: string; readonly at: string; readonly because: string }[];
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
  /** What breaks when the drills are played. */
  readonly drills: readonly ShownDrill[];
  /** What the prover broke and the team lives with for now. */
  readonly unkept: readonly UnkeptPromise[];
}

/** What was found in a book, why it matters and what to decide: one page of Markdown. */
export function findingsPage(page: FindingsPage): string {
  const { title, today, findings, groups, files, drills, unkept } = page;
  const found = groups
    .map((group) => ({ ...group, rules: group.rules.filter((rule) => of(rule, findings).length > 0) }))
    .filter(({ rules }) => rules.length > 0);
  const asked = groups.reduce((sum, { rules }) => sum + rules.length, 0);
  return [
    `# What was found in: ${title}`,
    introduction(findings.length, files, asked, today),
    ...unkeptPromises(unkept),
    contents(found, findings),
    ...found.flatMap((group, index) => [
      ...family(group, findings),
      ...(index === 0 ? drillStories(drills) : []),
    ]),
  ].join('\n\n');
}

const of = ({ id }: ExplainedRule, findings: readonly ShownFinding[]) =>
  findings.filter(({ finding }) => finding.rule === id);

const introduction = (findings: number, files: number, rules: number, today: string) =>
  [
    `${counted(files, 'file')} were read on ${today} and ${counted(rules, 'rule')} asked; none of the rules knows this organisation. They found ${counted(findings, 'place')} where two people who both follow the procedures would do different things, or where the procedure cannot be followed at all.`,
    'Nothing here was repaired. Where the source documents say two things, both stand in the book, each with its section, and the finding lies between them. Every entry says what is wrong, where, and what there is to decide; the decision is the team’s.',
    'What costs most comes first: promises that break although everybody does what is written. In italics stands why a finding is lived with for now and what is open about it; a waiver has an owner and a last day, and after that day the check fails.',
  ].join('\n\n');

function contents(groups: readonly RuleGroup[], findings: readonly ShownFinding[]): string {
  const rows = groups.map(({ title, about, rules }) => {
    const count = rules.reduce((sum, rule) => sum + of(rule, findings).length, 0);
    return `| [${title}](#${anchor(title)}) | ${count} | ${about} |`;
  });
  return ['| | findings | |', '|---|---:|---|', ...rows].join('\n');
}

/** The same promises seen from the other side: what breaks, at which minute, when people play it. */
function drillStories(drills: readonly ShownDrill[]): string[] {
  const broken = drills.filter(({ breaks }) => breaks.length > 0);
  if (broken.length === 0) return [];
  return [
    '### What breaks when it is played',
    `In ${counted(broken.length, 'drill')} of ${drills.length} a promise breaks as the text is written. \`drillbook replay\` plays each of them minute by minute; what breaks beside these is a failure.`,
    ...broken.map(({ title, file, breaks }) =>
      [`**[${title}](../../${file})**`, '', ...breaks.map(broke)].join('\n'),
    ),
  ];
}

const broke = ({ promise, at, because }: ShownDrill['breaks'][number]) =>
  `- ${at}: \`${promise.replace(/^invariant\//, '')}\`. ${because}`;

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
  const waived = waiver
    ? `<br>*${waiver.reason.replace(/([^.])$/, '$1.')}* Waived by \`${waiver.owner}\` until ${waiver.expires}.`
    : '';
  return `- ${capital(message)}.${decide}${waived}<br>${place} · \`${fingerprint}\``;
}

/** A name such as `k-luecke/x` or O-101 stays as it is written. */
const capital = (text: string) =>
  (/^[a-z]+[ ,]/.test(text) ? text.charAt(0).toUpperCase() : text.charAt(0)) +
  text.slice(1).replace(/\.$/, '');
