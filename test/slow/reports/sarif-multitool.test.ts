import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sarif } from '../../../cli/reporters/sarif.ts';
import { AROUND, anyReport } from '../../cli/reporters/some-report.ts';

const PACKAGE = 'node_modules/@microsoft/sarif-multitool-linux';
const runs = process.platform === 'linux' && process.arch === 'x64' && existsSync(PACKAGE);

/** The validator of the authors of SARIF. Its package lacks the right to be executed: a copy gets it. */
let folder: string;
beforeAll(() => {
  if (!runs) return;
  folder = mkdtempSync(join(tmpdir(), 'drillbook-sarif-'));
  cpSync(PACKAGE, join(folder, 'tool'), { recursive: true });
  chmodSync(join(folder, 'tool/Sarif.Multitool'), 0o755);
});
afterAll(() => {
  if (runs) rmSync(folder, { recursive: true });
});

/** Its complaints; it exits 0 whatever it finds. */
function complaints(log: string): string[] {
  const file = join(folder, 'log.sarif');
  writeFileSync(file, log);
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  const { stdout, stderr } = spawnSync(
    join(folder, 'tool/Sarif.Multitool'),
    ['validate', file, '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning'],
    { encoding: 'utf8', env },
  );
  expect(stdout + stderr).toContain('Analysis completed successfully.');
  return stdout.split('\n').filter((line) => /: (error|warning) [A-Z]+\d+/.test(line));
}

/** Why each is left as it is. */
const ACCEPTED: Readonly<Record<string, string>> = {
  SARIF2005: 'the project has no page of its own that informationUri could name',
};
const rejected = (log: string) =>
  complaints(log).filter((line) => !Object.keys(ACCEPTED).some((rule) => line.includes(` ${rule}:`)));

describe.skipIf(!runs)('the validator of the authors of SARIF', () => {
  test('finds nothing in a log without findings', () => {
    expect(rejected(sarif({ findings: [] }, AROUND))).toEqual([]);
  });

  test('finds nothing in logs whose findings say anything at all', () => {
    const reports = fc.sample(anyReport, { numRuns: 40, seed: 3 });
    const findings = reports.flatMap((report) => report.findings);
    expect(findings.length).toBeGreaterThan(50);
    expect(rejected(sarif({ findings }, AROUND))).toEqual([]);
  });

  test('is really asked: a log whose result leads to no rule is refused', () => {
    const [report] = fc.sample(
      anyReport.filter(({ findings }) => findings.length > 0),
      { numRuns: 1, seed: 1 },
    );
    const log = JSON.parse(sarif({ findings: report?.findings ?? [] }, AROUND));
    log.runs[0].results[0].ruleIndex = 4000;
    expect(rejected(JSON.stringify(log))).not.toEqual([]);
  });
});
