import { codeName } from '../code-name.ts';
import { type ContractView, inRegistry, isInUse, keyOf, labelOf } from '../contract-view.ts';
import type { ReportFinding } from '../report.ts';
import type { ContractCheck } from './check.ts';

/** Every code has one exit status, and 0 is for success alone. */
export const exits: ContractCheck = (view, report) => {
  const { exits: mapping } = view.contract;
  if (!mapping) return;
  tableIsSound(view, report);
  for (const [exit, names] of Object.entries(mapping.codes)) {
    const status = view.exitTable.find(({ name }) => name === codeName(exit));
    if (!status) unknownExit(view, exit, report);
    else
      names.forEach(
        (name, index) => void success(view, { exit, status: status.number, name, index }, report),
      );
  }
  for (const code of view.codes.filter((each) => isInUse(each) && each.declared.length > 0)) {
    const found = Object.entries(mapping.codes).filter(([, names]) => names.includes(code.name ?? ''));
    if (found.length === 1) continue;
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
};

/** Two names of one number say the same to every shell. */
function tableIsSound({ exitTable }: ContractView, report: ReportFinding): void {
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

function unknownExit(view: ContractView, exit: string, report: ReportFinding): void {
  report({
    rule: 'exit-table-agrees',
    position: inRegistry(view, 'exits', 'codes', exit),
    subject: `exit ${exit}`,
    message: `\`${view.contract.exits?.table}\` has no exit \`${exit}\``,
    mend: `it has ${view.exitTable.map(({ name }) => `\`${name}\``).join(', ')}`,
  });
}

interface Mapped {
  readonly exit: string;
  readonly status: number;
  readonly name: string;
  readonly index: number;
}

function success(view: ContractView, { exit, status, name, index }: Mapped, report: ReportFinding): void {
  const isSuccess = view.contract.success?.includes(name) ?? false;
  if (isSuccess === (status === 0)) return;
  report({
    rule: 'exit-table-agrees',
    position: inRegistry(view, 'exits', 'codes', exit, index),
    subject: `status ${name}`,
    message: isSuccess
      ? `\`${name}\` is a success, but exits ${status}: a gate would stay shut`
      : `\`${name}\` exits 0, which every shell reads as success: a gate would open`,
    mend: isSuccess ? 'list it under the exit that is 0' : 'list it under another exit, or under `success`',
  });
}
