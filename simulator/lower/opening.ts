import { all, type Guard } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import { when } from './builder.ts';
import { raiseTo } from './raise.ts';
import { type Scene, setFacts } from './scene.ts';

/** Values of a runbook's variable. */
export const RUNBOOK = { shut: 0, open: 1, left: 2 } as const;

export const isOpenRunbook = ({ b }: Scene, runbook: string) => b.is(`open/${runbook}`, RUNBOOK.open);

/** A promise from `declared` opens for the runbook that the declaration opens, which may come in the same instant. */
export const runbookConcerns = (scene: Scene, { id }: { readonly id: string }): Guard =>
  scene.runbooks[0]?.id === id ? all() : isOpenRunbook(scene, id);

/** Opens a runbook that was not opened before, with the facts it brings; one that is always of a level raises to it. */
export function openRunbook(scene: Scene, runbook: string): Effect[] {
  const { b, runbooks } = scene;
  const found = runbooks.find(({ id }) => id === runbook);
  if (!found) return [];
  return [
    when(
      b.is(`open/${runbook}`, RUNBOOK.shut),
      b.set(`open/${runbook}`, RUNBOOK.open),
      ...setFacts(scene, found.gives),
      b.emit(`opened.${runbook}`, {
        kind: 'opened',
        subject: runbook,
        text: `runbook opened: ${found.title}`,
      }),
      ...(found.severity?.always === undefined ? [] : [raiseTo(scene, found.severity.always)]),
    ),
  ];
}

/** Leaves a runbook for another: its remaining steps are not taken (promises of the incident stay). */
export const jumpTo = (scene: Scene, from: string, to: string): Effect[] => [
  scene.b.set(`open/${from}`, RUNBOOK.left),
  ...openRunbook(scene, to),
];
