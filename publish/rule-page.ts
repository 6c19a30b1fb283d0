import { paragraphs } from './prose.ts';

/** What is known about a check; those of the loader and of waivers have no examples. */
export interface ExplainedRule {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  readonly good?: readonly string[];
  readonly bad?: readonly string[];
}

/** One page of Markdown: what must hold, why it matters and what to do, and examples. */
export const rulePage = ({ id, summary, why, good = [], bad = [] }: ExplainedRule): string =>
  [
    `# ${id}`,
    `**${summary}**`,
    paragraphs(why),
    ...examples('This is found', bad),
    ...examples('This holds', good),
    `[All rules](README.md) · \`drillbook explain ${id}\``,
  ].join('\n\n');

const examples = (heading: string, texts: readonly string[]): string[] =>
  texts.length === 0 ? [] : [`## ${heading}`, ...texts.map((text) => `\`\`\`yaml\n${text.trim()}\n\`\`\``)];
