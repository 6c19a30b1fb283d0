import type { ContractCheck } from './check.ts';

/** A source that states its version is the one that the registry describes. */
export const current: ContractCheck = ({ contract, source }, report) => {
  const { version } = source;
  if (!version || version.text === contract.version) return;
  report({
    rule: 'contract-source-is-current',
    position: version.position,
    subject: 'version',
    message: `this source is of version ${version.text}, the registry describes ${contract.version}`,
    mend: 'build the source of that version again and copy it here, or set `version` in the registry',
  });
};
