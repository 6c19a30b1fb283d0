/** What the process tells its caller. The root help and the documentation page are printed from this table. */
export const EXIT_CODES = {
  ok: { code: 0, meaning: 'nothing wrong' },
  findings: { code: 1, meaning: 'a finding, a broken invariant, a failed expectation or a failed gate' },
  operatorError: {
    code: 2,
    meaning: 'the request cannot be carried out: usage, or missing, unreadable or invalid input',
  },
  bug: { code: 3, meaning: 'a bug in drillbook itself, shown with its stack' },
  nothingMeasured: {
    code: 4,
    meaning: 'nothing was measured: no scenario matched, no test ran, the book is empty',
  },
} as const;

export type ExitName = keyof typeof EXIT_CODES;
