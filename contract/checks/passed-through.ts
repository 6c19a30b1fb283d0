import type { ContractCheck } from './check.ts';

/** No caller hands a code to the process as its exit status. */
export const passedThrough: ContractCheck = ({ contract, passings }, report) => {
  passings.forEach((position, index) => {
    report({
      rule: 'code-is-no-exit-status',
      position,
      subject: `exit ${passings.slice(0, index).filter(({ file }) => file === position.file).length}`,
      message: `the code of \`${contract.function}\` becomes the exit status of the process here`,
      mend: 'choose the exit status by the name of the code, from a table of exit statuses',
    });
  });
};
