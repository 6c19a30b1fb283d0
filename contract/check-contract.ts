import type { Finding } from '../model/finding.ts';
import { byPlace } from '../model/sort-findings.ts';
import type { StalePart } from '../publish/parts/stale-part.ts';
import { ALL_CHECKS } from './checks/all.ts';
import { paged } from './checks/paged.ts';
import { versioned } from './checks/versioned.ts';
import type { ContractChange } from './classify-changes.ts';
import type { ContractInput } from './contract-input.ts';
import type { SourceProblem } from './contract-source.ts';
import { type ContractView, inRegistry } from './contract-view.ts';
import { gatherView } from './gather-view.ts';
import { type Ladder, ladderOf } from './ladder.ts';
import { type ContractFinding, type ReportFinding, toFinding } from './report.ts';
import { type ContractSnapshot, snapshotOf } from './snapshot.ts';

export interface ContractReport {
  readonly id: string;
  readonly findings: readonly Finding[];
  /** Undefined when the source could not be read: then nothing was compared. */
  readonly ladder: Ladder | undefined;
  readonly changes: readonly ContractChange[];
  readonly snapshot: ContractSnapshot;
  readonly page: StalePart | undefined;
}

/** Compares all places where the codes of a contract stand. Nothing is thrown for what the files hold. */
export function checkContract(input: ContractInput): ContractReport {
  const { book, contract, textOf, before } = input;
  const found: ContractFinding[] = [];
  const report: ReportFinding = (finding) => void found.push(finding);
  const view = readAll(input, report);
  if (view) for (const check of ALL_CHECKS) check(view, report);
  const rows = [...book.codes.values()].filter(({ at }) => at.file === contract.sheet);
  const snapshot = snapshotOf(contract, rows);
  const changes = view && before ? versioned(view, before, snapshot, report) : [];
  const page = view && paged(view, textOf, report);
  const findings = found.map((finding) => toFinding(contract.id, finding)).sort(byPlace);
  return { id: contract.id, findings, ladder: view && ladderOf(view, found), changes, snapshot, page };
}

/** Reports what cannot be read. What was read in part is not compared: every comparison would go astray. */
function readAll(input: ContractInput, report: ReportFinding): ContractView | undefined {
  const problem = ({ position, subject, message, hint = 'mend the file' }: SourceProblem) =>
    report({ rule: 'contract-source-is-readable', position, subject, message, mend: hint });
  const { facts, tried } = input;
  if (facts === 'too-deep') {
    problem(tooDeep(input));
    return undefined;
  }
  const { source } = facts;
  const inSource = source?.problems ?? [];
  [...tried.problems, ...inSource].forEach(problem);
  return !source || inSource.length > 0 ? undefined : gatherView(input, { ...facts, source });
}

const tooDeep = (input: ContractInput): SourceProblem => ({
  position: inRegistry(input, 'file'),
  subject: 'depth',
  message: 'a file of this contract nests too deeply to be read',
  hint: 'write it in the way people write',
});
