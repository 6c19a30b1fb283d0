import type { Mark } from '../../publish/parts/mark.ts';
import { type StalePart, stalePart } from '../../publish/parts/stale-part.ts';
import { codePage } from '../code-page.ts';
import type { TextOf } from '../contract-source.ts';
import { type ContractView, inRegistry } from '../contract-view.ts';
import type { ReportFinding } from '../report.ts';
import { samePart } from '../same-part.ts';

const COMMAND = 'drillbook codes --write';

/** How the part of a contract is marked. */
export const codesMark = (contract: string): Mark => ({ kind: 'codes', name: contract, command: COMMAND });

const COMPLAINT: Readonly<Record<StalePart['lack'], (file: string) => string>> = {
  page: (file) => `the page \`${file}\` is not there`,
  part: (file) => `\`${file}\` has no part for this contract`,
  words: () => 'this part is generated, and no longer says what the contract says',
};

/** The page of the contract, as it should be, when it is not so already. */
export function paged(view: ContractView, textOf: TextOf, report: ReportFinding): StalePart | undefined {
  const { id, title, page: file } = view.contract;
  if (file === undefined) return undefined;
  const wanted = { file, mark: codesMark(id), text: codePage(view, file), heading: title };
  const stale = stalePart(wanted, textOf(file), samePart);
  if (stale)
    report({
      rule: 'page-is-current',
      position: stale.lack === 'words' ? { file, line: stale.line, column: 1 } : inRegistry(view, 'page'),
      subject: file,
      message: COMPLAINT[stale.lack](file),
      mend: `run \`${COMMAND}\``,
    });
  return stale;
}
