import type { Verdict } from '../verdict.ts';
import type { Accept, BeaconClient } from './beacon-client.ts';
import type { BootstrapCode } from './bootstrap-codes.ts';
import type { EndpointFailure } from './endpoint-failure.ts';
import type { Fork } from './fork-version.ts';
import { forkAnswers } from './fork-words.ts';
import type { Root } from './merkle.ts';
import type { Network } from './networks.ts';
import { type PreparedCommittee, prepareCommittee } from './prepared-committee.ts';
import type { BeaconRead } from './settle-answers.ts';
import { committeePeriodOf } from './slots.ts';
import type { Update } from './update.ts';
import type { UpdateCode } from './update-codes.ts';
import { verifyBootstrap } from './verify-bootstrap.ts';
import { type UpdateContext, verifyUpdate } from './verify-update.ts';

/** What came of following the chain: the newest update that verifies, or the first thing that did not. */
export type Followed =
  | {
      readonly kind: 'update';
      readonly update: Update;
      readonly context: UpdateContext;
      readonly failures: Failures;
    }
  | {
      readonly kind: 'stopped';
      readonly check: 'beacon' | 'bootstrap' | 'update';
      readonly name: string;
      readonly facts: Verdict['facts'];
      readonly failures: Failures;
    };

type Failures = readonly EndpointFailure[];
type Stopped = Extract<Followed, { kind: 'stopped' }>;

/** Half a year of periods: older trust should be renewed, and each period costs a committee of 512 keys. */
const MOST_PERIODS = 160n;

/**
 * From the root of one trusted block to the newest finality update: proves that block's committee, walks the
 * committees up to the period of now, one verified update each, and verifies the newest header. The Fork object
 * is the one of the head, so the trusted block must not be older than the fork before the current one.
 */
export async function followChain(client: BeaconClient, block: Root, network: Network): Promise<Followed> {
  const start = await first(
    (accept: Accept<Parameters<typeof verifyBootstrap>[0]>) => client.readBootstrap(block, accept),
    (served): BootstrapCode => verifyBootstrap(served, block, network),
  );
  if (!start.ok) return stopped('bootstrap', start, { 'stopped at': 'the bootstrap of the trusted block' });
  const fork = await client.readFork('head');
  if (!fork.ok)
    return beaconStop(fork, { 'stopped at': 'the fork version of the head', ...forkAnswers(fork.answers) });
  const trusted = { network, fork: fork.value, currentSlot: client.currentSlot() };
  const walked = await walkCommittees(client, trusted, {
    period: committeePeriodOf(start.value.header.slot),
    committee: prepareCommittee(start.value.committee.keys),
    failures: [],
  });
  if ('kind' in walked) return walked;
  const context = { ...trusted, ...walked };
  const newest = await first(
    client.readFinalityUpdate,
    (served): UpdateCode => verifyUpdate(served, context),
  );
  if (!newest.ok) return stopped('update', newest, { 'stopped at': 'the newest finality update' });
  return {
    kind: 'update',
    update: newest.value,
    context,
    failures: [...start.failures, ...fork.failures, ...walked.failures, ...newest.failures],
  };
}

type Trusted = { readonly network: Network; readonly fork: Fork; readonly currentSlot: bigint };
type Serving = {
  readonly period: bigint;
  readonly committee: PreparedCommittee;
  /** Of the endpoints that were passed over on the way to it. */
  readonly failures: Failures;
};

async function walkCommittees(
  client: BeaconClient,
  trusted: Trusted,
  start: Serving,
): Promise<Serving | Stopped> {
  const end = committeePeriodOf(trusted.currentSlot);
  const facts = { 'trusted block': `${end - start.period} periods old, at most ${MOST_PERIODS} are walked` };
  if (end - start.period > MOST_PERIODS)
    return { kind: 'stopped', check: 'beacon', name: 'stale', facts, failures: [] };
  let serving = start;
  while (serving.period < end) {
    const context = { ...trusted, ...serving };
    const step = await first(
      (accept: Accept<Update>) => client.readUpdate(context.period, accept),
      (served) => verifyHandover(served, context),
    );
    if (!step.ok) return stopped('update', step, { 'stopped at': `the update of period ${context.period}` });
    const { nextCommittee } = step.value as Required<Update>;
    serving = {
      period: context.period + 1n,
      committee: prepareCommittee(nextCommittee.committee.keys),
      failures: [...serving.failures, ...step.failures],
    };
  }
  return serving;
}

/**
 * An update that names the committee of the next period. Where the last block of a period is signed in the first slot of
 * the next, the signers already belong to the next period and the state of that block names the signers themselves:
 * sound, but no handover, and taking it for one would let a committee serve a period too long.
 */
function verifyHandover(served: Update, context: UpdateContext): UpdateCode {
  if (served.nextCommittee === undefined) return 'bad-next-committee-branch';
  if (committeePeriodOf(served.attestedHeader.slot) !== context.period) return 'wrong-period';
  return verifyUpdate(served, context);
}

type Read<T> = BeaconRead<T> & { readonly refusedWith: string | undefined };

/** The first answer that verifies, with the code of the last one that was refused. */
async function first<T>(
  read: (accept: Accept<T>) => Promise<BeaconRead<T>>,
  verify: (served: T) => string,
): Promise<Read<T>> {
  let refusedWith: string | undefined;
  const found = await read((served) => {
    const code = verify(served);
    if (code !== 'verified') refusedWith = code;
    return code === 'verified';
  });
  return { ...found, refusedWith };
}

/** Endpoints that served something false are told by the code of what they served; all others by their class. */
function stopped(
  check: 'bootstrap' | 'update',
  read: Read<unknown> & { ok: false },
  facts: Verdict['facts'],
): Stopped {
  const isAllRefused = read.class === 'unexplained' && read.refusedWith !== undefined;
  if (!isAllRefused) return beaconStop(read, facts);
  return { kind: 'stopped', check, name: read.refusedWith as string, facts, failures: read.failures };
}

const beaconStop = (
  { class: name, failures }: BeaconRead<unknown> & { ok: false },
  facts: Verdict['facts'],
): Stopped => ({ kind: 'stopped', check: 'beacon', name, facts, failures });
