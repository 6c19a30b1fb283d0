import { CONTRACT_RULES } from '../contract/contract-rules.ts';
import { BUILT_IN_RULES } from '../model/built-in-rules.ts';
import { ALL_RULES } from '../rules/all.ts';
import { WAIVER_RULES } from '../rules/waivers/waiver-rules.ts';
import { COVERAGE_RULES } from './coverage/coverage-rules.ts';
import { DRILL_RULE } from './drill-findings.ts';
import { SLIP_RULES } from './mutation/slip-rules.ts';
import { PROOF_RULES } from './proofs/proof-rules.ts';

/** What a report says about a rule beside its findings. */
export interface KnownRule {
  readonly id: string;
  readonly summary: string;
  /** One paragraph. */
  readonly why: string;
}

const oneParagraph = (text: string) => text.trim().replaceAll(/\s+/g, ' ');

const listed = (table: Readonly<Record<string, Omit<KnownRule, 'id'>>>): KnownRule[] =>
  Object.entries(table).map(([id, { summary, why }]) => ({ id, summary, why: oneParagraph(why) }));

const byId = (rules: readonly KnownRule[]) => rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** What `check` can find, by id. */
export const CHECK_RULES: readonly KnownRule[] = byId([
  ...listed({ ...BUILT_IN_RULES, ...WAIVER_RULES }),
  ...ALL_RULES.map(({ id, summary, why }) => ({ id, summary, why: oneParagraph(why) })),
]);

/** What `codes` can find, by id. */
export const CODES_RULES: readonly KnownRule[] = byId(listed(CONTRACT_RULES));

/** Every rule that a finding can name, by id. */
export const KNOWN_RULES: readonly KnownRule[] = byId([
  ...CHECK_RULES,
  ...CODES_RULES,
  ...listed(PROOF_RULES),
  ...listed(COVERAGE_RULES),
  ...listed(SLIP_RULES),
  DRILL_RULE,
]);
