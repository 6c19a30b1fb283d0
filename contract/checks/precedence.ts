import { listed } from '../../model/schema/words.ts';
import { type CodeView, type ContractView, inRegistry, isIn, isInUse, labelOf } from '../contract-view.ts';
import type { ReportFinding } from '../report.ts';
import { type StatedOrder, statedOrders } from '../stated-orders.ts';
import type { ContractCheck } from './check.ts';

/** The order in which the function asks is stated, complete, and the one of the text. */
export const precedence: ContractCheck = (view, report) => {
  if (!view.source.returns) return;
  const inText = orderInText(view);
  const orders = statedOrders(view);
  if (orders.length === 0) unstated(view, inText, report);
  for (const order of orders) {
    complete(view, order, inText, report);
    sameOrder(view, order, inText, report);
  }
};

function unstated(view: ContractView, inText: readonly CodeView[], report: ReportFinding): void {
  if (inText.length < 3) return; // one thing that can fail: nothing comes before anything
  report({
    rule: 'precedence-is-documented',
    position: inRegistry(view),
    subject: 'precedence',
    message: `nothing says in which order \`${view.contract.function}\` asks, and an input may be wrong in two ways at once`,
    mend: `add ${suggested(inText)} to the contract`,
  });
}

function complete(
  view: ContractView,
  { names, position, where }: StatedOrder,
  inText: readonly CodeView[],
  report: ReportFinding,
): void {
  for (const code of view.codes.filter((each) => isInUse(each) && each.declared.length > 0)) {
    if (code.row?.success || isIn(names, code)) continue;
    report({
      rule: 'precedence-is-documented',
      position,
      subject: `missing ${code.name} ${where}`,
      message: `the order of the checks in ${where} does not say where ${labelOf(code)} stands`,
      mend: where === 'the registry' ? `write ${suggested(inText)}` : `list ${code.number} there`,
    });
  }
}

function sameOrder(
  { contract, codes }: ContractView,
  { names, position, where }: StatedOrder,
  inText: readonly CodeView[],
  report: ReportFinding,
): void {
  const stated = names.flatMap((name) => codes.find((code) => code.names.has(name)) ?? []);
  const known = stated.filter((code) => inText.includes(code));
  const read = inText.filter((code) => known.includes(code));
  if (settled(known) === settled(read)) return;
  report({
    rule: 'precedence-is-documented',
    position,
    subject: `order ${where}`,
    message: `\`${contract.function}\` asks in the order ${listed(read.map(nameOf))}, ${where} says ${listed(known.map(nameOf))}`,
    mend: 'if the order did change, change it here and raise the first number of the version',
  });
}

/** Codes in the order of the first return that gives them. */
function orderInText({ codes, source }: ContractView): CodeView[] {
  const found = (source.returns ?? []).flatMap((site) => {
    const code = site.reachable ? codes.find(({ returns }) => returns.includes(site)) : undefined;
    return code?.name === undefined ? [] : code;
  });
  return [...new Set(found)];
}

/** The last question has two answers, and which of them the text gives first says nothing. */
const settled = (codes: readonly CodeView[]): string => {
  const names = codes.map(nameOf);
  return [...names.slice(0, -2), ...names.slice(-2).sort()].join();
};

const nameOf = ({ name, number }: CodeView): string => name ?? String(number);

const suggested = (codes: readonly CodeView[]): string => `\`precedence: [${codes.map(nameOf).join(', ')}]\``;
