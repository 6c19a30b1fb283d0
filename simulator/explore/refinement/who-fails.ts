import { fullName } from '../../run/trace.ts';
import type { Kept } from '../abstract/kept.ts';
import type { ActedOut } from '../act-out.ts';
import { modelOf } from '../model.ts';
import { search } from '../search.ts';
import { onlyTheseFail, thoseWhoMayFail } from '../steady.ts';
import type { Way } from './ask-model.ts';
import { smallestHittingSet } from './hitting-set.ts';
import { atLeast, type Decision, endBy, type Inquiry, type Precision } from './inquiry.ts';
import { refine } from './refine.ts';

/**
 * Who has to fail for the promise to break, as implicit hitting sets (Chandrasekaran et al. 2013): where only these may fail and
 * it holds, one of those whom that proof relies on has to. A smallest set that has one of each such group is tried next; the
 * proofs are small, since each looks only at people who do not fail.
 */
export function byWhoFails(inquiry: Inquiry, way: Way, from?: Kept): Decision | undefined {
  const groups: ReadonlySet<number>[] = [];
  const kept: Kept[] = [];
  const precision = (): Precision => ({ kept: allOf(kept), whoFails: true });
  for (;;) {
    const failing = smallestHittingSet(groups);
    atLeast(inquiry, failing.size, precision());
    const answer = endBy(inquiry);
    if (answer) return answer;
    const asked = {
      ...inquiry,
      subject: onlyTheseFail(inquiry.subject, failing),
      least: 0,
      known: undefined,
    };
    const end = refine(asked, way, () => undefined, from);
    inquiry.states = asked.states;
    kept.push(asked.kept);
    if (end?.kind === 'does-not-settle') return end;
    if (end?.found) {
      inquiry.precision = precision();
      return foundBy(inquiry, end.found.acted);
    }
    if (end?.kind !== 'never') return undefined;
    const group = reliedOn(asked, failing);
    if (group.size === 0) return { ...end, least: Number.POSITIVE_INFINITY, precision: precision() };
    groups.push(group);
  }
}

/** What some of the models looked at. */
const allOf = (kept: readonly Kept[]): Kept => ({
  variables: new Set(kept.flatMap(({ variables }) => [...variables])),
  clocks: new Set(kept.flatMap(({ clocks }) => [...clocks])),
});

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
function reliedOn(
  { subject, target, goal, budget, kept }: Inquiry,
  failing: ReadonlySet<number>,
): Set<number> {
  const may = new Set(failing);
  const group = new Set<number>();
  for (const each of thoseWhoMayFail(subject.whole).keys()) {
    if (!kept.variables.has(each) || failing.has(each)) continue;
    const { engine } = modelOf(onlyTheseFail(subject, new Set([...may, each])), kept, target, goal);
    const { first, complete } = search(engine, 1, budget);
    if (first[0] === undefined && complete === Number.POSITIVE_INFINITY) may.add(each);
    else group.add(each);
  }
  return group;
}
