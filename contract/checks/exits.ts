import { codeName } from '../code-name.ts';
import type { DeclaredCode } from '../contract-source.ts';
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

/** Every code has one exit status, and 0 is for success alone. */
export const exits: ContractCheck = (view, report) => {
  const { exitTable } = view;
  const mapping = view.contract.exits?.codes;
  if (!mapping || !exitTable) return; // a file that is not there was said already
  for (const { position, subject, message, hint = 'mend the table' } of exitTable.problems)
    report({
      rule: 'contract-source-is-readable',
      position,
      subject: `exits ${subject}`,
      message,
      mend: hint,
    });
  if (exitTable.codes.length === 0) return;
  oneNameEach(exitTable.codes, report);
  for (const [exit, names] of Object.entries(mapping)) {
    const status = exitTable.codes.find(({ name }) => name === codeName(exit));
    if (!status) unknownExit(view, exit, exitTable.codes, report);
    else
      names.forEach(
        (name, index) => void success(view, { exit, status: status.number, name, index }, report),
      );
  }
  for (const code of view.codes.filter((each) => isInUse(each) && each.declared.length > 0))
    oneExit(view, code, mapping, report);
};

function oneExit(
  view: ContractView,
  code: CodeView,
  mapping: Readonly<Record<string, readonly string[]>>,
  report: ReportFinding,
): void {
  const found = Object.entries(mapping).filter(([, names]) => isIn(names, code));
  if (found.length === 1) return;
  const where = found.map(([exit]) => `\`${exit}\``).join(' and ');
  report({
    rule: 'exit-table-agrees',
    position: inRegistry(view, 'exits', 'codes'),
    subject: keyOf(code),
    message:
      found.length === 0
        ? `no exit status stands for ${labelOf(code)}`
        : `${labelOf(code)} has several exit statuses: ${where}`,
    mend: `list \`${code.name ?? '...'}\` under one of the exits`,
  });
}

/** Two names of one number say the same to every shell. */
function oneNameEach(exitTable: readonly DeclaredCode[], report: ReportFinding): void {
  exitTable.forEach((entry, index) => {
    const first = exitTable.slice(0, index).find(({ number }) => number === entry.number);
    if (!first) return;
    report({
      rule: 'exit-table-agrees',
      position: entry.position,
      subject: `number of ${entry.name}`,
      message: `\`${entry.name}\` and \`${first.name}\` both exit ${entry.number}`,
      mend: 'give one of the two another number',
    });
  });
}

function unknownExit(
  view: ContractView,
  exit: string,
  exitTable: readonly DeclaredCode[],
  report: ReportFinding,
): void {
  report({
    rule: 'exit-table-agrees',
    position: inRegistry(view, 'exits', 'codes', exit),
    subject: `exit ${exit}`,
    message: `\`${view.contract.exits?.table}\` has no exit \`${exit}\``,
    mend: `it has ${exitTable.map(({ name }) => `\`${name}\``).join(', ')}`,
  });
}

interface Mapped {
  readonly exit: string;
  readonly status: number;
  readonly name: string;
  readonly index: number;
}

function success(view: ContractView, { exit, status, name, index }: Mapped, report: ReportFinding): void {
  const isSuccess = view.codes.some(({ names, row }) => names.has(name) && row?.success);
  if (isSuccess === (status === 0)) return;
  report({
    rule: 'exit-table-agrees',
    position: inRegistry(view, 'exits', 'codes', exit, index),
    subject: `status ${name}`,
    message: isSuccess
      ? `\`${name}\` is a success, but exits ${status}: a gate would stay shut`
      : `\`${name}\` exits 0, which every shell reads as success: a gate would open`,
    mend: isSuccess
      ? 'list it under the exit that is 0'
      : 'list it under another exit, or mark it `success: true` in the sheet',
  });
}
