import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CONTRACTS, type ContractId } from '../../../verifier/contracts.ts';
import type { RequestId } from '../../../verifier/requests/all.ts';
import { jsonFile, runJson } from '../../cli/built-program.ts';
import { shipped, shippedRequests } from '../../cli/shipped-requests.ts';
import { bookOnDisk } from '../../simulator/book-on-disk.ts';

type CheckStep = { at: string; check: ContractId; outcomes: string[] };

/** Every step of the shipped books that names a check, with the outcomes that its runbook handles. */
const STEPS: CheckStep[] = ['rwa-tokens', 'paxiom'].flatMap((book) =>
  [...bookOnDisk(book).runbooks.values()].flatMap(({ id, phases }) =>
    phases.flatMap(({ steps }) =>
      steps.flatMap(({ id: step, check, outcomes }) =>
        check === undefined
          ? []
          : [{ at: `${id}/${step}`, check: check as ContractId, outcomes: Object.keys(outcomes ?? {}) }],
      ),
    ),
  ),
);

const ROW = shipped('slot-age.json');
const VECTOR_FILES: Readonly<Record<string, unknown>> = {
  agreed: ROW,
  mismatch: { ...ROW, vectors: [{ ...ROW.vectors[0], expect: -1 }] },
  'malformed-file': {},
  'nothing-ran': { ...ROW, vectors: [] },
};

/** A file with which the command that the step names ends with this outcome. */
function fileFor(check: ContractId, outcome: string): string {
  if (check === 'vectors') return jsonFile(VECTOR_FILES[outcome]);
  const found = shippedRequests(check as RequestId).find(({ name }) => name === outcome);
  if (found === undefined) throw new Error(`no shipped vector of ${check} gives ${outcome}`);
  return jsonFile(found.request);
}

const EXITS = { pass: [0], fail: [1], unknown: [2, 4] };

test('the steps that name a check are those of O-102, O-700, the custody discrepancy and the freeze', () => {
  expect(STEPS.map(({ at }) => at).sort()).toEqual([
    'custody-discrepancy/verify-consensus',
    'custody-discrepancy/verify-freeze',
    'custody-discrepancy/verify-halt',
    'o-102-proof-generation-failing/check-verifier',
    'o-700-beacon-verification-failing/verify-dynamic-fork-version',
    'regulatory-freeze/verify-freeze',
  ]);
});

test.each(STEPS)('$at: the command ends in every outcome that the runbook handles', async (step) => {
  const { check, outcomes } = step;
  const codes: Readonly<Record<string, { code: number; verdict: keyof typeof EXITS }>> =
    CONTRACTS[check].table;
  expect(outcomes.sort()).toEqual(Object.keys(codes).sort());
  for (const outcome of outcomes) {
    const argv = ['verify', check, fileFor(check, outcome)];
    const { code, json } = await runJson(argv, { cwd: resolve('.') });
    const entry = codes[outcome];
    expect(json, outcome).toMatchObject({ check, name: outcome, code: entry?.code });
    expect(EXITS[entry?.verdict ?? 'pass'], outcome).toContain(code);
    expect(json.runbook, `${check} ${outcome} is handled by a runbook`).not.toBeNull();
  }
});
