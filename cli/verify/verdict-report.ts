import type { CodeEntry, CodeTable } from '../../verifier/code-table.ts';
import { CONTRACTS, type ContractId } from '../../verifier/contracts.ts';
import type { Verdict } from '../../verifier/verdict.ts';
import type { ExitName } from '../exit-codes.ts';
import type { HandlingRunbook } from './handling-runbook.ts';
import { oneLine } from './one-line.ts';

/** What `verify ... --json` prints. A field that changes its meaning or goes away raises the version. */
export interface VerdictReport {
  readonly version: 1;
  /** The contract whose table the code is of. */
  readonly check: ContractId;
  /** The documented number; null when nothing was measured, because nobody answered. */
  readonly code: number | null;
  readonly name: string | null;
  readonly meaning: string;
  readonly verdict: CodeEntry['verdict'];
  /** What the operator does about it, where the table says so. */
  readonly remedy: string | null;
  /** The procedure of the book here that handles this code; null when there is none. */
  readonly runbook: HandlingRunbook | null;
  /** What was seen, in words; never text that could steer a terminal. */
  readonly facts: Readonly<Record<string, string>>;
  /** Endpoints that failed on the way, each with why. */
  readonly endpoints: readonly string[];
}

export function verdictReport(
  check: ContractId,
  { name, facts }: Verdict,
  runbook: HandlingRunbook | null,
  endpoints: readonly string[],
): VerdictReport {
  const table: CodeTable = CONTRACTS[check].table;
  const entry = table[name];
  if (entry === undefined) throw new Error(`${check} has no code ${name}`);
  const remedy = (entry as { readonly remedy?: string }).remedy ?? null;
  const { code, meaning, verdict } = entry;
  return { version: 1, check, code, name, meaning, verdict, remedy, runbook, facts: clean(facts), endpoints };
}

/** Nobody answered, so there is not even a code: this is never a success. */
export const unmeasuredReport = (
  check: ContractId,
  why: string,
  endpoints: readonly string[],
): VerdictReport => ({
  version: 1,
  check,
  code: null,
  name: null,
  meaning: oneLine(why),
  verdict: 'unknown',
  remedy: null,
  runbook: null,
  facts: {},
  endpoints,
});

/** What each verdict says of the claim, and how the program ends with it. */
export const VERDICTS = {
  pass: { meaning: 'the claim holds', exit: 'ok' },
  fail: { meaning: 'the claim was refused', exit: 'findings' },
  unknown: {
    meaning: 'nothing was decided and nothing may be relied on; also when no endpoint answered',
    exit: 'nothingMeasured',
  },
} as const satisfies Record<CodeEntry['verdict'], { readonly meaning: string; readonly exit: ExitName }>;

/** A code is never an exit code: 0 may mean "invalid". */
export const verdictExit = ({ verdict }: VerdictReport): ExitName => VERDICTS[verdict].exit;

const clean = (facts: Verdict['facts']) =>
  Object.fromEntries(Object.entries(facts).map(([name, text]) => [name, oneLine(text)]));
