import { thoseWhoMayFail } from '../../kernel/may-fail.ts';
import { fullName } from '../../run/trace.ts';
import { modelOf } from '../model.ts';
import type { ActedOut } from '../story/act-out.ts';
import { onlyTheseFail } from '../subject.ts';
import { type Holding, holdsIn, type Way } from './ask-model.ts';
import { smallestHittingSet } from './hitting-set.ts';
import {
  type AskedModel,
  atLeast,
  type Decision,
  endBy,
  type Group,
  type Inquiry,
  type Precision,
  said,
} from './inquiry.ts';
import { refine } from './refine.ts';

/**
 * Who has to fail for the promise to break, as implicit hitting sets (Chandrasekaran et al. 2013): where only these may fail and
 * it holds, one of those whom that proof relies on has to. A smallest set that has one of each such group is tried next; the
 * proofs are small, since each looks only at people who do not fail.
 */
export function byWhoFails(inquiry: Inquiry, way: Way, begin?: Precision): Decision | undefined {
  const groups = begin ? begin.groups.flatMap((group) => shown(inquiry, group) ?? []) : [];
  let last: AskedModel = begin ?? { kept: inquiry.kept };
  const precision = (): Precision => ({ ...last, groups: fewest(groups) });
  for (;;) {
    const failing = smallestHittingSet(groups.map(({ who }) => who));
    if (!failing)
      return { ...said(inquiry, 'never'), least: Number.POSITIVE_INFINITY, precision: precision() };
    if (failing.size > inquiry.least) atLeast(inquiry, failing.size, precision());
    const answer = endBy(inquiry);
    if (answer) return answer;
    const narrowed: Inquiry = {
      ...inquiry,
      subject: onlyTheseFail(inquiry.subject, failing),
      least: 0,
      known: undefined,
      precision: undefined,
    };
    const end = refine(narrowed, way, () => undefined, begin);
    inquiry.states = narrowed.states;
    last = { kept: narrowed.kept, asked: narrowed.precision?.asked };
    if (end?.kind === 'does-not-settle') return end;
    if (end?.found) {
      inquiry.precision = precision();
      return foundBy(inquiry, end.found.acted);
    }
    if (end?.kind !== 'never') return undefined;
    const group = { who: reliedOn(narrowed, failing), kept: last.kept };
    groups.push(shown(inquiry, group) ?? group);
  }
}

/** The group, where its model shows that one of it has to fail, and how it was asked. */
function shown(inquiry: Inquiry, group: Group): Group | undefined {
  const holding = hasToFail(inquiry, group);
  if (holding) inquiry.attempts.push(holding.attempt);
  return holding && { ...group, asked: holding.asked };
}

function hasToFail(inquiry: Inquiry, { who, kept, asked }: Group): Holding | undefined {
  const { subject, target, goal } = inquiry;
  const others = [...thoseWhoMayFail(subject.whole).keys()].filter((each) => !who.has(each));
  return holdsIn(inquiry, modelOf(onlyTheseFail(subject, new Set(others)), kept, target, goal), asked);
}

/** As few of the groups as say that so many have to fail. */
function fewest(groups: readonly Group[]): readonly Group[] {
  const sizeOf = (some: readonly Group[]): number =>
    smallestHittingSet(some.map(({ who }) => who))?.size ?? Number.POSITIVE_INFINITY;
  const size = sizeOf(groups);
  return groups.reduce((needed, group) => {
    const fewer = needed.filter((each) => each !== group);
    return sizeOf(fewer) === size ? fewer : needed;
  }, groups);
}

/** Those who may fail did; more than one of a group may have. */
function foundBy(inquiry: Inquiry, acted: ActedOut): Decision | undefined {
  const cost = failuresIn(acted, inquiry.promise.name);
  if (cost < (inquiry.known?.cost ?? Number.POSITIVE_INFINITY)) inquiry.known = { cost, acted };
  return endBy(inquiry);
}

/** Whoever is late in the same second, but after the promise broke, does not count. */
function failuresIn({ run: { records }, broke }: ActedOut, promise: string): number {
  const end = records.find(
    (record) => record.t === broke && record.kind === 'promise-violated' && fullName(record) === promise,
  );
  const last = end?.seq ?? Number.POSITIVE_INFINITY;
  return records.filter(({ kind, seq }) => kind === 'failed' && seq < last).length;
}

/** People who must not fail for the promise to hold in the last model: without any of them it is not sure. */
function reliedOn(inquiry: Inquiry, failing: ReadonlySet<number>): Set<number> {
  const { subject, target, goal, kept } = inquiry;
  const may = new Set(failing);
  const group = new Set<number>();
  for (const each of thoseWhoMayFail(subject.whole).keys()) {
    if (!kept.variables.has(each) || failing.has(each)) continue;
    const model = modelOf(onlyTheseFail(subject, new Set([...may, each])), kept, target, goal);
    if (holdsIn(inquiry, model)) may.add(each);
    else group.add(each);
  }
  return group;
}
