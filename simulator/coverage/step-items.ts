import { under } from '../../model/position.ts';
import { all, any, atLeast, type Guard, not } from '../kernel/guard.ts';
import type { Window } from '../kernel/machine.ts';
import { STEP, stepVariable } from '../lower/procedure.ts';
import { rankOf } from '../lower/scene.ts';
import type { ItemDraft, Witness } from './item.ts';
import type { Setting, StepPlace } from './setting.ts';

/** Where a procedure goes on, as a step, an outcome or a cause states it. */
interface Ending {
  readonly goto?: string | undefined;
  readonly jump?: string | undefined;
  readonly opens?: readonly string[] | undefined;
  readonly raises?: string | undefined;
}

/** What the windows of a step show: it is done, with which outcome and cause, where that leads, and who took it over. */
export function stepItems(setting: Setting, window: Window, index: number, place: StepPlace): ItemDraft[] {
  if (window.doing === 'start') return takenOver(setting, window, index, place);
  return window.alternatives.flatMap(({ name }, alternative) =>
    endOf(setting, place, index, alternative, name),
  );
}

function endOf(
  setting: Setting,
  place: StepPlace,
  window: number,
  alternative: number,
  name: string,
): ItemDraft[] {
  const { runbook, step, at } = place;
  const id = `${runbook.id}/${step.id}`;
  const seen: Witness = { op: 'move', window, alternative };
  const { outcome, cause } = partsOf(place, name);
  const done: ItemDraft = { kind: 'step', name: `step/${id}`, text: `${step.id} is done`, at, seen };
  const stated = outcome === undefined ? undefined : step.outcomes?.[outcome];
  const outcomeAt = outcome === undefined ? at : under(at, 'outcomes', outcome);
  const found = cause === undefined ? undefined : runbook.causes?.values[cause];
  const causeAt = under(runbook.at, 'causes', 'values', cause ?? '');
  return [
    done,
    ...(outcome === undefined
      ? []
      : [
          {
            ...done,
            kind: 'outcome' as const,
            name: `outcome/${id}/${outcome}`,
            text: `${step.id} ends: ${stated?.text ?? outcome}`,
            at: outcomeAt,
          },
        ]),
    ...(found === undefined
      ? []
      : [
          {
            ...done,
            kind: 'cause' as const,
            name: `cause/${runbook.id}/${cause}`,
            text: `the cause is ${found.title}`,
            at: causeAt,
          },
        ]),
    ...leads(setting, { ...done, at: outcomeAt }, `${id}${outcome === undefined ? '' : `/${outcome}`}`, {
      ...step,
      ...stated,
    }),
    ...(found === undefined ? [] : leads(setting, { ...done, at: causeAt }, `${runbook.id}/${cause}`, found)),
  ];
}

/** Alternatives are outcomes, causes, or both with a slash between. */
function partsOf({ runbook, step }: StepPlace, name: string) {
  const reads = runbook.causes?.read_by === step.id;
  const outcomes = Object.keys(step.outcomes ?? {});
  if (!reads) return { outcome: outcomes.includes(name) ? name : undefined, cause: undefined };
  const outcome = outcomes.find((each) => name.startsWith(`${each}/`));
  return { outcome, cause: outcome === undefined ? name : name.slice(outcome.length + 1) };
}

/** Jumps and raises of one ending. */
function leads(
  setting: Setting,
  draft: ItemDraft,
  from: string,
  { goto, jump, opens, raises }: Ending,
): ItemDraft[] {
  const ways = [
    ...(goto === undefined ? [] : [['goes to', goto]]),
    ...(jump === undefined ? [] : [['jumps to', jump]]),
    ...(opens ?? []).map((other) => ['opens', other]),
  ];
  const jumps = ways.map(
    ([how, to]): ItemDraft => ({
      ...draft,
      kind: 'jump',
      name: `jump/${from}/${to}`,
      text: `${from} ${how} ${to}`,
    }),
  );
  const lower = raises === undefined ? undefined : isLower(setting, raises);
  if (lower === undefined) return jumps;
  return [
    ...jumps,
    {
      ...draft,
      kind: 'escalation',
      name: `raise/${from}/${raises}`,
      text: `${from} raises the incident to ${raises}`,
      seen: { ...draft.seen, if: lower } as Witness,
    },
  ];
}

/** The incident is declared, and less severe than this level. */
function isLower({ book, variable }: Setting, level: string): Guard | undefined {
  const severity = variable('severity');
  return severity === undefined
    ? undefined
    : all(atLeast(severity, 1), not(atLeast(severity, rankOf(book, level))));
}

/** Only where somebody else may go on with what a person began who then failed. */
function takenOver(
  { is }: Setting,
  { acts }: Window,
  window: number,
  { runbook, step, at }: StepPlace,
): ItemDraft[] {
  const name = stepVariable(runbook.id, step.id);
  const running = [STEP.running, STEP.handed].flatMap((value) => is(name, value) ?? []);
  // Holders are in the order in which they may act: whoever is not the first may take over.
  if (running.length === 0 || !acts || acts.as === 'primary') return [];
  return [
    {
      kind: 'step',
      name: `step/${runbook.id}/${step.id}/taken-over`,
      text: `${step.id} is taken over from somebody who fell out`,
      at,
      seen: { op: 'move', window, alternative: 0, if: any(...running) },
    },
  ];
}
