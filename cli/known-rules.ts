import { BUILT_IN_RULES } from '../model/built-in-rules.ts';
import { ALL_RULES } from '../rules/all.ts';
import { WAIVER_RULES } from '../rules/waivers/waiver-rules.ts';
import { DRILL_RULE } from './drill-findings.ts';

/** What a report says about a rule beside its findings. */
export interface KnownRule {
  readonly id: string;
  readonly summary: string;
  /** One paragraph. */
  readonly why: string;
}

const oneParagraph = (text: string) => text.trim().replaceAll(/\s+/g, ' ');

/** Every rule that a finding can name, by id. */
export const KNOWN_RULES: readonly KnownRule[] = [
  ...Object.entries({ ...BUILT_IN_RULES, ...WAIVER_RULES }).map(([id, { summary, why }]) => ({
    id,
    summary,
    why,
  })),
  ...ALL_RULES.map(({ id, summary, why }) => ({ id, summary, why: oneParagraph(why) })),
  DRILL_RULE,
].sort((a, b) => (a.id < b.id ? -1 : 1));
