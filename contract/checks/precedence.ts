import { listed } from '../../model/schema/words.ts';
import { type ContractView, inRegistry, isIn, isInUse, labelOf } from '../contract-view.ts';
import type { ContractCheck } from './check.ts';

/** The order in which the function asks is stated, complete, and the one of the text. */
export const precedence: ContractCheck = (view, report) => {
  const { contract, source } = view;
  const order = contract.precedence;
  if (!source.returns) return;
  const inText = orderInText(view);
  if (order === undefined) {
    if (inText.length < 3) return; // one thing that can fail: nothing comes before anything
    report({
      rule: 'precedence-is-documented',
      position: inRegistry(view),
      subject: 'precedence',
      message: `nothing says in which order \`${contract.function}\` asks, and an input may be wrong in two ways at once`,
      mend: `add \`precedence: [${inText.join(', ')}]\` to the contract`,
    });
    return;
  }
  const known = order.filter((name) =>
    view.codes.some((code) => code.names.has(name) && inText.includes(code.name ?? '')),
  );
  const missing = view.codes.filter(
    (code) => isInUse(code) && code.declared.length > 0 && !isIn(order, code),
  );
  for (const code of missing)
    report({
      rule: 'precedence-is-documented',
      position: inRegistry(view, 'precedence'),
      subject: `missing ${code.name}`,
      message: `the order of the checks does not say where ${labelOf(code)} stands`,
      mend: `write \`precedence: [${inText.join(', ')}]\``,
    });
  const read = inText.flatMap((name) => known.find((each) => isSame(view, each, name)) ?? []);
  if (settled(known) === settled(read)) return;
  report({
    rule: 'precedence-is-documented',
    position: inRegistry(view, 'precedence'),
    subject: 'order',
    message: `\`${contract.function}\` asks in the order ${listed(read)}, the registry says ${listed(known)}`,
    mend: 'if the order did change, change it here and raise the first number of the version',
  });
};

/** Names in the order of the first return that gives them. */
function orderInText({ codes, source }: ContractView): string[] {
  const names = (source.returns ?? []).flatMap((site) => {
    const code = site.reachable ? codes.find(({ returns }) => returns.includes(site)) : undefined;
    return code?.name ?? [];
  });
  return [...new Set(names)];
}

const isSame = ({ codes }: ContractView, one: string, other: string): boolean =>
  one === other || codes.some(({ names }) => names.has(one) && names.has(other));

/** The last question has two answers, and which of them the text gives first says nothing. */
const settled = (names: readonly string[]): string =>
  [...names.slice(0, -2), ...names.slice(-2).sort()].join();
