import { fingerprint } from '../../model/fingerprint.ts';
import type { IsoDate } from '../../model/generated/types.ts';
import { byPlace } from '../../model/sort-findings.ts';
import { ALL_OPERATORS } from '../../mutation/operators/all.ts';
import type { ToldMutant } from '../../mutation/told-mutant.ts';
import type { WaiverRuleId } from '../../rules/waivers/waiver-rules.ts';
import type { ReportedFinding } from '../check-report.ts';
import type { ToldWaiver } from '../proofs/told-waivers.ts';

/** What fates are judged by. */
export interface MutationAsked {
  /** The day on which waivers are judged. */
  readonly day: IsoDate;
  /** All mutants were asked for: only then is a waiver without its survivor a finding. */
  readonly everything: boolean;
  /** Waivers of the books for slips that go unnoticed. */
  readonly waivers: readonly ToldWaiver[];
}

/** What is left of the survivors once the waivers are read. */
export interface SettledSlips {
  /** Slips that nothing notices and nobody answers for, and waivers of slips that are noticed. */
  readonly findings: readonly ReportedFinding[];
  /** Fingerprints of the survivors that somebody answers for. */
  readonly waived: readonly string[];
}

/** Pure: the same fates, waivers and day give the same findings, however the mutants were split. */
export function settleSlips(
  mutants: readonly ToldMutant[],
  { day, everything, waivers }: MutationAsked,
): SettledSlips {
  const escaped = mutants.filter(({ fate }) => fate.kind === 'survived' || fate.kind === 'no-coverage');
  const waived = escaped.filter((each) =>
    waivers.some((waiver) => covers(waiver, each) && waiver.expires >= day),
  );
  const hidden = new Set(waived);
  const open = escaped.filter((each) => !hidden.has(each)).map(slipFinding);
  const faults = waivers.flatMap((waiver) => faultOf(waiver, mutants, escaped, { day, everything }) ?? []);
  return {
    findings: [...open, ...faults].sort((a, b) => byPlace({ ...a, position: a }, { ...b, position: b })),
    waived: waived.map(({ fingerprint: mark }) => mark),
  };
}

const covers = (waiver: ToldWaiver, mutant: ToldMutant): boolean =>
  waiver.book === mutant.book && waiver.fingerprint === mutant.fingerprint;

function slipFinding({ book, operator, file, line, fingerprint: mark, fate }: ToldMutant): ReportedFinding {
  const summary = ALL_OPERATORS.find(({ id }) => id === operator)?.summary ?? operator;
  const unseen = fate.kind === 'no-coverage' ? 'nothing comes by here' : 'nothing minds';
  return {
    book,
    rule: 'slip-is-noticed',
    message: `\`${operator}\` goes unnoticed, ${unseen}: ${summary}`,
    ...('hint' in fate ? { hint: fate.hint } : {}),
    file,
    line,
    column: 1,
    fingerprint: mark,
  };
}

function faultOf(
  waiver: ToldWaiver,
  mutants: readonly ToldMutant[],
  escaped: readonly ToldMutant[],
  { day, everything }: Pick<MutationAsked, 'day' | 'everything'>,
): ReportedFinding | undefined {
  if (escaped.some((each) => covers(waiver, each)))
    return waiver.expires >= day
      ? undefined
      : fault(
          waiver,
          'waiver-has-not-expired',
          `this waiver of \`${waiver.owner}\` ended on ${waiver.expires}, and the slip still goes unnoticed`,
          'let something notice it, or give a new day and a reason that still holds',
        );
  const judged = mutants.find((each) => covers(waiver, each));
  if (!judged && !everything) return undefined;
  return fault(
    waiver,
    'waiver-is-still-needed',
    judged ? `this slip does not go unnoticed any more: ${ended(judged)}` : 'there is no such slip any more',
    'strike the waiver',
  );
}

const ended = ({ fate }: ToldMutant): string => ('message' in fate ? fate.message : `it is ${fate.kind} now`);

function fault(waiver: ToldWaiver, rule: WaiverRuleId, message: string, hint: string): ReportedFinding {
  const { book, position } = waiver;
  return {
    book,
    rule,
    message,
    hint,
    ...position,
    fingerprint: fingerprint(rule, position.file, ['waivers'], waiver.fingerprint),
  };
}
