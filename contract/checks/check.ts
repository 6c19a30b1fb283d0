import type { ContractView } from '../contract-view.ts';
import type { ReportFinding } from '../report.ts';

/** One comparison: reports what it finds and returns nothing. */
export type ContractCheck = (view: ContractView, report: ReportFinding) => void;
