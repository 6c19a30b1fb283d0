import { mkdirSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mendedPage } from '../publish/parts/stale-part.ts';
import type { CodesReport } from './codes-report.ts';
import { OperatorError } from './operator-error.ts';
import { whyNot } from './read-source.ts';
import { repositoryText } from './repository-text.ts';

/** Writes the generated parts anew; the report then says what was written, and no longer what was stale. */
export function writePages(root: string, report: CodesReport): CodesReport {
  const written = new Set<string>();
  for (const { page } of report.contracts) {
    if (!page) continue;
    writePage(root, page.file, mendedPage(page, repositoryText(root)(page.file)));
    written.add(page.file);
  }
  const findings = report.findings.filter(({ rule }) => rule !== 'page-is-current');
  const contracts = report.contracts.map((contract) =>
    contract.page ? { ...contract, page: null, findings: contract.findings - 1 } : contract,
  );
  return { ...report, contracts, findings, written: [...written] };
}

/** A page is either old or whole, never half-written. */
function writePage(root: string, file: string, text: string): void {
  const path = join(root, file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (!`${realpathSync(dirname(path))}/`.startsWith(`${realpathSync(root)}/`))
      throw new OperatorError(`${file} leads out of the repository`);
    writeFileSync(`${path}.part`, text);
    renameSync(`${path}.part`, path);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`${file} cannot be written: ${whyNot(error)}`);
  }
}
