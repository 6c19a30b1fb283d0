import { inIncident } from '../incident-name.ts';
import type { Machine, Owner } from '../kernel/machine.ts';
import { thoseWhoMayFail } from '../kernel/may-fail.ts';
import type { State } from '../kernel/state.ts';
import type { IncidentSeed } from '../lower/incident.ts';
import { type Influence, influenceOf, restrictedTo } from './abstract/influence.ts';
import { oneHot } from './abstract/one-hot.ts';
import { withoutOutages } from './assumptions.ts';
import { type Benevolence, benevolenceOf } from './story/benevolence.ts';
import { type Preparation, preparationsOf } from './story/preparations.ts';
import type { Start } from './story/starts.ts';

/** A machine, what is assumed of it in proofs, and what is looked up in both again and again. */
export interface Subject {
  readonly whole: Machine;
  readonly assumed: Influence;
  readonly preparations: ReadonlyMap<number, Preparation>;
  readonly benevolence: Benevolence;
  /** A state of the whole machine as `assumed` has it. */
  readonly encode: (state: State) => State;
  /** People and groups who are assumed to be late from the start, by id: stories are told so. */
  readonly late: readonly string[];
  /** When an incident may begin: stories are tried at these, in order. */
  readonly starts: readonly Start[];
}

/** `begins`: the incident that a story begins which does not say so. */
export function subjectOf(
  whole: Machine,
  assumed: Machine,
  begins: IncidentSeed,
  starts: readonly Start[],
): Subject {
  const { machine, encode } = oneHot(assumed);
  const influence = influenceOf(machine);
  const preparations = preparationsOf(whole);
  const opening = inIncident(begins.id, `open/${begins.runbook}`);
  const opens = whole.variables.findIndex(({ name }) => name === opening);
  const writes = (window: number, variable: number): boolean =>
    influence.windows[window]?.ways.some(({ footprint }) => footprint.variables.has(variable)) === true;
  return {
    whole,
    assumed: influence,
    preparations,
    late: [],
    starts,
    encode,
    benevolence: benevolenceOf(whole, opens, writes, preparations),
  };
}

/** The same where capabilities that are up stay up. */
export const withoutLosses = (subject: Subject): Subject => ({
  ...subject,
  assumed: restrictedTo(subject.assumed, withoutOutages(subject.assumed.machine)),
});

/** The same, where these are late from the start and nobody else ever is. */
export function onlyTheseFail(subject: Subject, failing: ReadonlySet<number>): Subject {
  const { machine } = subject.assumed;
  const assume = (owner: Owner): Owner =>
    'failed' in owner ? { ...owner, assumed: failing.has(owner.failed) ? 'late' : 'steady' } : owner;
  const windows = machine.windows.map((window) => ({ ...window, owner: assume(window.owner) }));
  const late = [...thoseWhoMayFail(machine)].flatMap(([failed, id]) => (failing.has(failed) ? id : []));
  return { ...subject, late, assumed: { ...subject.assumed, machine: { ...machine, windows } } };
}
