import { type CodeView, type ContractView, isInUse } from './contract-view.ts';
import { statedOrders } from './stated-orders.ts';

/** The generated part of a page: what each code means and what follows from it. */
export function codePage(view: ContractView, pageFile: string): string {
  const { contract } = view;
  const codes = view.codes
    .filter((code) => isInUse(code) && code.declared.length > 0)
    .sort(byNumber(view.codes));
  const what =
    contract.function === undefined ? `the errors of \`${contract.file}\`` : `\`${contract.function}\``;
  return [
    `${contract.title}, version ${contract.version}: ${what} (${link(pageFile, contract.file, contract.file)}).`,
    '',
    '| code | name | meaning | leads to |',
    '|---:|---|---|---|',
    ...codes.map((code) => row(view, code, pageFile)),
    ...order(statedOrders(view)[0]?.names),
  ].join('\n');
}

function row({ book }: ContractView, code: CodeView, pageFile: string): string {
  const runbook = book.runbooks.get(code.row?.runbook ?? '');
  const leads = runbook
    ? link(pageFile, runbook.at.file, runbook.title)
    : code.row?.success
      ? 'nothing is wrong'
      : '';
  const note = code.lifecycle === 'deprecated' ? ' (deprecated)' : '';
  const meaning = code.declared[0]?.meaning ?? code.row?.meaning ?? '';
  return `| ${code.number} | \`${code.name ?? ''}\`${note} | ${cell(meaning)} | ${leads} |`;
}

const order = (names: readonly string[] | undefined): string[] =>
  names
    ? ['', `The first that applies names the code: ${names.map((name) => `\`${name}\``).join(', ')}.`]
    : [];

/** Error numbers count up; return codes count down from success. */
const byNumber = (codes: readonly CodeView[]) => {
  const sign = codes.some(({ number = 0 }) => number < 0) ? -1 : 1;
  return (one: CodeView, other: CodeView) => sign * ((one.number ?? 0) - (other.number ?? 0));
};

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

/** A link from one file of the repository to another. */
function link(from: string, to: string, text: string): string {
  const up = from.split('/').slice(0, -1);
  const down = to.split('/');
  while (up.length > 0 && up[0] === down[0] && down.length > 1) {
    up.shift();
    down.shift();
  }
  return `[${cell(text)}](${[...up.map(() => '..'), ...down].join('/')})`;
}
