import type { CodesReport } from './codes-report.ts';

/** What there is to say where no book has a code registry. */
export const NO_CODES: CodesReport = { version: 1, base: null, contracts: [], findings: [], written: [] };
