import type { Machine } from '../../kernel/machine.ts';
import type { State } from '../../kernel/state.ts';
import type { Goal } from '../search/future.ts';
import type { Benevolence } from './benevolence.ts';
import type { Preparation } from './preparations.ts';
import type { Start } from './starts.ts';

/** What a story is played in. */
export interface Stage {
  readonly whole: Machine;
  readonly promise: string;
  readonly goal: Goal;
  /** Windows that the coarser model has at all. */
  readonly known: ReadonlySet<number>;
  /** Windows that the coarser model sees whole: where the story is silent about one, it does not fire before its bound. */
  readonly inside: ReadonlySet<number>;
  /** By window: what nature does first for it to fire. */
  readonly preparations: ReadonlyMap<number, Preparation>;
  readonly benevolence: Benevolence;
  /** A state of the whole machine as coarser models see it. */
  readonly encode: (state: State) => State;
  /** When the incident may begin; the first at which the story can happen is taken. */
  readonly starts: readonly Start[];
}
