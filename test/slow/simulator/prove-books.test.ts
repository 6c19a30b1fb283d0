import { expect, test } from 'vitest';
import { DEFAULT_STATES } from '../../../cli/proofs/proofs-command.ts';
import { under } from '../../../model/position.ts';
import type { Proof } from '../../../simulator/explore/proof.ts';
import { prove } from '../../../simulator/explore/prove.ts';
import { replay } from '../../../simulator/replay/replay.ts';
import { bookOnDisk } from '../../simulator/book-on-disk.ts';

const OPTIONS = {
  budget: { states: 1_500_000, bytes: 1e9 },
  outages: false,
  starts: '2026-09-16T10:00:00-04:00',
};

const proofOf = (book: string, runbook: string, promise: string): Proof => {
  const [proof] = prove(bookOnDisk(book), { ...OPTIONS, runbook, promises: [promise] });
  if (!proof) throw new Error(`${runbook} makes no promise ${promise}`);
  return proof;
};

const cost = ({ verdict }: Proof) => (verdict.kind === 'broken' ? verdict.cost : verdict.kind);

// Section 12 of the semantics measured these on hand-written models; the books say the same.
test.each([
  ['custodian called within 15m', 'rwa-tokens', 'custody-discrepancy', 'step/notify-custodian', 0],
  [
    'commander acknowledges a P0 within 5m',
    'rwa-tokens',
    'custody-discrepancy',
    'acknowledge/incident-commander-p0',
    1,
  ],
  ['technical lead joins within 15m', 'rwa-tokens', 'custody-discrepancy', 'join/technical-lead', 1],
  [
    'compliance lead joins: the backup too must fail',
    'rwa-tokens',
    'custody-discrepancy',
    'join/compliance-lead',
    2,
  ],
  ['updates every 15m at P0', 'rwa-tokens', 'custody-discrepancy', 'update/P0', 1],
  ['issuers told within 1h', 'rwa-tokens', 'custody-discrepancy', 'message/issuer-notice', 1],
  ['post-mortem within 72h', 'rwa-tokens', 'custody-discrepancy', 'milestone/post-mortem', 1],
  [
    'process state before a restart of an exhausted service',
    'paxiom',
    'o-101-service-endpoint-down',
    'evidence/restart-exhausted-service/process-state',
    0,
  ],
])(
  '%s: breaks with so many failures, and its scenario replays to the second',
  (_, bookId, runbook, promise, failures) => {
    const proof = proofOf(bookId, runbook, promise);
    expect(cost(proof)).toBe(failures);
    expect(proof.tolerance).toBe(failures - 1);
    if (proof.verdict.kind !== 'broken') return;
    const { story } = proof.verdict;
    const played = replay(bookOnDisk(bookId), {
      ...story.scenario,
      at: under({ file: 'counterexample.yaml', path: [] }),
    });
    expect(played.failures).toEqual([]);
    const broke = played.run.records.find(
      ({ kind, event }) => kind === 'promise-violated' && event === promise,
    );
    expect(broke?.t).toBe(story.at);
    expect(story.failed).toHaveLength(failures);
  },
);

// What each turns on is learned first: a signal that an alert needs, an order within one instant, a fact that comes to light at the end,
// the approval that a step needs and not how the step came to be next, a timer that is overdue, who must be late where many are asked,
// what must be kept from coming in between while the rest hurries;
// or a random run shows the break, and nothing cheaper is left.
test.each([
  ['paxiom', 'o-102-proof-generation-failing', 'invariant/ao-outage-not-sustained-before-6h', 'holds'],
  ['paxiom', 'o-103-facilitator-misbehaving', 'invariant/facilitator-not-sustained-before-24h', 'holds'],
  ['paxiom', 'o-104-ao-process-unresponsive', 'invariant/extended-outage-is-sev-1', 'holds'],
  ['paxiom', 'o-102-proof-generation-failing', 'invariant/relying-customers-told', 0],
  ['paxiom', 'o-105-hot-key-compromise', 'invariant/k-002-swept-before-forensics', 0],
  ['paxiom', 'o-108-server-inaccessible', 'invariant/k-002-swept-before-forensics', 0],
  ['rwa-tokens', 'aml-provider-failure', 'invariant/public-disclosure-has-three-approvals', 'holds'],
  ['rwa-tokens', 'classification-oracle-failure', 'invariant/federal-lift-has-its-conditions', 'holds'],
  ['rwa-tokens', 'classification-oracle-failure', 'invariant/one-takeover', 'holds'],
  ['rwa-tokens', 'classification-oracle-failure', 'invariant/p2-lasts-4h-at-most', 'holds'],
  ['rwa-tokens', 'classification-oracle-failure', 'invariant/fresh-class-ends-the-review', 'holds'],
  ['rwa-tokens', 'classification-oracle-failure', 'written/control-42-activate', 2],
  ['rwa-tokens', 'classification-oracle-failure', 'invariant/silent-commander-is-replaced', 1],
  ['rwa-tokens', 'classification-oracle-failure', 'respond/P0', 4],
  ['rwa-tokens', 'aml-provider-failure', 'message/status-page-entry', 0],
  ['rwa-tokens', 'aml-provider-failure', 'invariant/declaration-confirmed-in-15m', 1],
  ['rwa-tokens', 'aml-provider-failure', 'acknowledge/incident-commander-p0', 1],
  ['rwa-tokens', 'key-rotation', 'milestone/public-disclosure', 0],
  ['rwa-tokens', 'nav-oracle-failure', 'invariant/public-disclosure-in-30d', 0],
  // A story whose facts come to light only after the declaration, in its second: told by the clock alone it would not replay.
  ['rwa-tokens', 'custody-discrepancy', 'milestone/public-disclosure', 0],
  // What resolves an incident is said where a procedure is open: a model that does not look at openness knows it too.
  ['rwa-tokens', 'smart-contract-exploit', 'invariant/never-resolved-while-frozen', 'holds'],
] as const)('%s, %s: %s is decided in few states', (book, runbook, promise, expected) => {
  const budget = { states: 5000, bytes: 1e9 };
  const [proof] = prove(bookOnDisk(book), { ...OPTIONS, budget, runbook, promises: [promise] });
  expect(proof && cost(proof)).toBe(expected);
  if (proof?.verdict.kind === 'broken') expect(proof.verdict.story.reproduces).toBe(true);
});

test('that refunds come before the end of failing proofs is decided at the budget that the command has by itself', () => {
  const [proof] = prove(bookOnDisk('paxiom'), {
    ...OPTIONS,
    budget: { states: DEFAULT_STATES, bytes: 1e9 },
    runbook: 'o-102-proof-generation-failing',
    promises: ['invariant/failed-proofs-refunded'],
  });
  expect(proof && cost(proof)).toBe('holds');
});

test('the same book and options give the same proofs', () => {
  const twice = [0, 1].map(() => proofOf('rwa-tokens', 'custody-discrepancy', 'join/technical-lead'));
  expect(JSON.stringify(twice[0])).toBe(JSON.stringify(twice[1]));
});

test('a budget that is too small says so, and never holds', () => {
  const [proof] = prove(bookOnDisk('rwa-tokens'), {
    ...OPTIONS,
    runbook: 'custody-discrepancy',
    promises: ['invariant/freeze-authority'],
    budget: { states: 50, bytes: 1e9 },
  });
  expect(proof?.verdict.kind).toBe('gave-up');
  expect(proof?.tolerance).toBe(-1);
});

test('a break that random runs show stands also where the search gives up: then it is not known to be the cheapest', () => {
  const [proof] = prove(bookOnDisk('rwa-tokens'), {
    ...OPTIONS,
    runbook: 'aml-provider-failure',
    promises: ['respond/P1'],
    budget: { states: 500, bytes: 1e9 },
  });
  const verdict = proof?.verdict;
  if (verdict?.kind !== 'broken') throw new Error(`${verdict?.kind}`);
  expect(verdict.cheapest).toBe(false);
  expect(proof?.tolerance).toBeLessThan(verdict.cost - 1);
  expect(verdict.story.reproduces).toBe(true);
});
