import { codePage } from '../code-page.ts';
import type { TextOf } from '../contract-source.ts';
import { type ContractView, inRegistry } from '../contract-view.ts';
import { lineDiff } from '../line-diff.ts';
import { markedPart, samePart } from '../marked-part.ts';
import type { ReportFinding } from '../report.ts';
import type { StalePage } from '../stale-page.ts';

/** The page of the contract, as it should be, when it is not so already. */
export function paged(view: ContractView, textOf: TextOf, report: ReportFinding): StalePage | undefined {
  const { id, title, page: file } = view.contract;
  if (file === undefined) return undefined;
  const page = textOf(file);
  const old = page === undefined ? undefined : markedPart(page, id);
  const part = codePage(view, file);
  if (old && samePart(old.text, part)) return undefined;
  report({
    rule: 'page-is-current',
    position: old ? { file, line: old.line, column: 1 } : inRegistry(view, 'page'),
    subject: file,
    message: complaint(file, page, old !== undefined),
    mend: 'run `drillbook codes --write`',
  });
  return { file, contract: id, title, part, diff: lineDiff(old?.text ?? '', part) };
}

function complaint(file: string, page: string | undefined, isMarked: boolean): string {
  if (page === undefined) return `the page \`${file}\` is not there`;
  return isMarked
    ? 'this part is generated, and no longer says what the contract says'
    : `\`${file}\` has no part for this contract`;
}
