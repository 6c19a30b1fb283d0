import type { At } from '../../model/position.ts';
import type { Guard } from '../kernel/guard.ts';

/** What an item is about; the order is that of a report. */
export const ITEM_KINDS = {
  step: 'steps',
  outcome: 'outcomes',
  cause: 'causes',
  jump: 'jumps',
  escalation: 'escalation',
  authority: 'authorities',
  threshold: 'thresholds',
  role: 'roles',
  message: 'messages',
  course: 'course of the incident',
  circumstance: 'circumstances',
} as const;

export type ItemKind = keyof typeof ITEM_KINDS;

/** What shows in a run that an item happened; a guard is read before the move, or at a stable point. */
export type Witness =
  | { readonly op: 'move'; readonly window: number; readonly alternative: number; readonly if?: Guard }
  | { readonly op: 'event'; readonly event: number }
  | { readonly op: 'consequence'; readonly consequence: number }
  | { readonly op: 'state'; readonly guard: Guard };

/** One thing that the book says may happen, and that a run does or does not show. */
export interface Item {
  readonly kind: ItemKind;
  /** In the vocabulary of the book, the same in every incident: `step/custody-discrepancy/verify-halt`. */
  readonly name: string;
  readonly text: string;
  readonly at: At;
  /** Any of these. */
  readonly seen: readonly Witness[];
}

/** An item by one of its witnesses; those with one name are one item. */
export type ItemDraft = Omit<Item, 'seen'> & { readonly seen: Witness };
