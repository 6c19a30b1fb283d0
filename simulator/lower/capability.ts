import type { Step } from '../../model/generated/types.ts';
import { all, type Guard } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import type { Scene } from './scene.ts';

/** Something that steps need is gone, by nature or by a step of the procedure. */
export const lose = ({ b, book }: Scene, capability: string): Effect[] => [
  b.set(`lost/${capability}`),
  b.emit(`lost.${capability}`, {
    kind: 'lost',
    subject: capability,
    text: `lost: ${book.capabilities.get(capability)?.text ?? capability}`,
  }),
];

export const restore = ({ b, book }: Scene, capability: string): Effect[] => [
  b.set(`lost/${capability}`, 0),
  b.emit(`restored.${capability}`, {
    kind: 'restored',
    subject: capability,
    text: `restored: ${book.capabilities.get(capability)?.text ?? capability}`,
  }),
];

/** Nothing that the step needs is gone. */
export const capabilitiesUp = ({ b }: Scene, step: Step): Guard =>
  all(...(step.needs ?? []).map((capability) => b.is(`lost/${capability}`, 0)));
