import type { Book, Entity } from '../../model/book.ts';
import type { Approval, Authority } from '../../model/generated/types.ts';
import { groupsBy } from '../findings/groups-by.ts';
import { allSteps } from '../procedure/all-steps.ts';
import { listed, quoted } from '../words/sentence.ts';

/** Who approves, in words, so that two authorities with the same words ask for the same. */
export const approvalsInWords = ({ approvals }: Authority): string =>
  listed(approvals.map(approvalInWords).sort());

function approvalInWords({ role, any_of, group, at_least, form }: Approval): string {
  if (role !== undefined) return `${quoted(role)}${form === 'written' ? ' in writing' : ''}`;
  if (any_of) return quoted([...any_of].sort(), 'or');
  return `${at_least} of ${quoted(group as string)}`;
}

/** The roles that one approval may come from; empty for the signatures of a group. */
export const rolesOf = ({ role, any_of = [] }: Approval): readonly string[] => [role ?? [], any_of].flat();

/** Authorities that wait for somebody, by their action. */
export const authoritiesByAction = (book: Book) =>
  groupsBy(
    [...book.authorities.values()].filter(({ speed }) => speed !== 'automatic'),
    ({ action }) => action,
  );

/**
 * The statements about each action that can be held against each other: the first one, and those between which and the
 * first no procedure chooses by conditions.
 */
export function rivalStatements(book: Book): Map<string, Entity<Authority>[]> {
  const choices = choicesOf(book);
  return new Map(
    [...authoritiesByAction(book)].map(([action, [first, ...others]]) => [
      action,
      [first, ...others.filter((other) => !isChoice(choices, first.id, other.id))],
    ]),
  );
}

/** By procedure: the authorities that its steps take under a condition, with that condition. */
function choicesOf(book: Book): readonly ReadonlyMap<string, string>[] {
  const conditional = allSteps(book).filter(
    ({ step }) => step.authority !== undefined && step.if !== undefined,
  );
  return [...groupsBy(conditional, ({ runbook }) => runbook).values()].map(
    (steps) => new Map(steps.map(({ step }) => [step.authority as string, JSON.stringify(step.if)])),
  );
}

const isChoice = (choices: readonly ReadonlyMap<string, string>[], one: string, other: string) =>
  choices.some((taken) => taken.has(one) && taken.has(other) && taken.get(one) !== taken.get(other));
