import { under } from '../../model/position.ts';
import { codesNamedBy } from '../checking-steps.ts';
import {
  type CodeView,
  type ContractView,
  inRegistry,
  isIn,
  isInUse,
  keyOf,
  labelOf,
} from '../contract-view.ts';
import type { ReportFinding } from '../report.ts';
import type { ContractCheck } from './check.ts';

/** Rung 5. */
export const handled: ContractCheck = (view, report) => {
  for (const code of view.codes.filter(isInUse)) {
    everyBranch(view, code, report);
    ownRunbook(view, code, report);
  }
};

/** Each step that calls the check has a branch for the code. */
function everyBranch({ book, steps }: ContractView, code: CodeView, report: ReportFinding): void {
  for (const { runbook, step, at, branches } of steps) {
    if (isIn(branches, code)) continue;
    report({
      rule: 'code-is-handled',
      position: book.position(branches ? under(at, 'outcomes') : at),
      subject: `${keyOf(code)} ${step}`,
      message: `the step \`${step}\` of \`${runbook}\` has no branch for ${labelOf(code)}`,
      mend: `add the outcome \`${code.name ?? '...'}\` to the step`,
    });
  }
}

/** A code by which something is wrong opens a runbook, and that runbook knows it. */
function ownRunbook(view: ContractView, code: CodeView, report: ReportFinding): void {
  const { book, steps } = view;
  if (code.row?.success) return;
  const { runbook: id } = code.row ?? {};
  const runbook = id === undefined ? undefined : book.runbooks.get(id);
  if (!runbook) {
    if (steps.length > 0) return; // each of them was asked above
    report({
      rule: 'code-is-handled',
      position: code.row ? book.position(code.row.at) : inRegistry(view, 'runbooks'),
      subject: keyOf(code),
      message: `no runbook handles ${labelOf(code)}`,
      mend: `name its runbook in the sheet and give that runbook a trigger with \`code: ${code.number ?? '...'}\`, or mark it \`success: true\` there`,
    });
    return;
  }
  const knows = codesNamedBy(runbook).has(Number(code.row?.id));
  if (knows || steps.some((step) => step.runbook === id)) return;
  report({
    rule: 'code-is-handled',
    position: book.position(runbook.at),
    subject: `${keyOf(code)} ${id}`,
    message: `the sheet sends ${labelOf(code)} to \`${id}\`, which has no trigger and no step for it`,
    mend: `add a trigger with \`code: ${code.row?.id}\` to the runbook`,
  });
}
