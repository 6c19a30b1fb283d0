import { type ContractChange, classifyChanges } from '../classify-changes.ts';
import { type ContractView, inRegistry } from '../contract-view.ts';
import type { ReportFinding } from '../report.ts';
import type { ContractSnapshot } from '../snapshot.ts';
import { missingBump } from '../version-bump.ts';

/** Compares with an earlier state: what changed, and whether the version says so. */
export function versioned(
  view: ContractView,
  before: ContractSnapshot,
  after: ContractSnapshot,
  report: ReportFinding,
): readonly ContractChange[] {
  const changes = classifyChanges(before, after);
  for (const change of changes) if (change.kind === 'reused') reused(view, change, report);
  const least = missingBump(before.version, after.version, changes);
  if (least === undefined) return changes;
  const level = changes.some((change) => change.level === 'major') ? 'major' : 'minor';
  const reasons = changes.filter((change) => change.level === level).map(({ text }) => text);
  report({
    rule: 'version-is-raised',
    position: inRegistry(view, 'version'),
    subject: 'version',
    message:
      changes.length === 0
        ? `the version went back from ${before.version} to ${after.version}`
        : `the version is ${after.version} after a ${level} change: ${reasons.join('; ')}`,
    mend: `write \`version: ${least}\``,
  });
  return changes;
}

/** The number stays taken even when the row that reserved it is gone. */
function reused(
  { book, contract, codes }: ContractView,
  { code, text }: ContractChange,
  report: ReportFinding,
): void {
  const row = codes.find(({ row }) => Number(row?.id) === code?.number)?.row;
  report({
    rule: 'reserved-code-stays-unused',
    position: book.position(row?.at ?? { file: contract.sheet, path: ['codes'] }),
    subject: `reused ${code?.number}`,
    message: text,
    mend: 'take a number that was never given, and keep the reserved row',
  });
}
