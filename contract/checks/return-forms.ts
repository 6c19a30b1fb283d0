import type { ReturnSite } from '../contract-source.ts';
import type { ContractView } from '../contract-view.ts';
import { labelOf } from '../contract-view.ts';
import type { ContractCheck } from './check.ts';
import { declaration } from './declared.ts';

/** How each return is written: through its constant, readable, and where a run can get to. */
export const returnForms: ContractCheck = (view, report) => {
  const sites = view.source.returns ?? [];
  sites.forEach((site, index) => {
    const finding = complaint(view, site);
    if (finding) report({ position: site.position, subject: subjectOf(sites, index), ...finding });
  });
};

/** Stable while lines move: what is returned, and for the how-manieth time. */
function subjectOf(sites: readonly ReturnSite[], index: number): string {
  const key = JSON.stringify(sites[index]?.value);
  return `${key} ${sites.slice(0, index).filter(({ value }) => JSON.stringify(value) === key).length}`;
}

function complaint(view: ContractView, { value, reachable }: ReturnSite) {
  const name = `\`${view.contract.function}\``;
  if (!reachable)
    return {
      rule: 'return-can-be-reached',
      message: `no run of ${name} gets to this return`,
      mend: 'take it out, or mend the condition before it',
    } as const;
  if (value.kind === 'dynamic')
    return {
      rule: 'return-can-be-read',
      message: `what ${name} returns here cannot be read from the text: \`${value.text.slice(0, 60)}\``,
      mend: `return entries of ${declaration(view)} by name, one return each`,
    } as const;
  if (value.kind !== 'number' || !value.bare || view.declaredInDoc) return undefined;
  const code = view.codes.find(({ number }) => number === value.number);
  return {
    rule: 'return-names-its-code',
    message: `${name} returns the bare number ${value.number} here`,
    mend: code?.declared[0]
      ? `return ${labelOf(code)} from ${declaration(view)}`
      : `declare it in ${declaration(view)} and return that`,
  } as const;
}
