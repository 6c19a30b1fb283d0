import type { Machine } from '../kernel/machine.ts';
import { makePlayer } from '../run/player.ts';
import type { Run } from '../run/run.ts';
import type { Outcome } from './simulate.ts';
import { indexOf, TAG, tagOf } from './trace-codes.ts';

/**
 * Makes the whole run of an outcome: its records with their reasons, and why promises broke. Nothing of it was kept: the moves
 * on the trace are made again in the kernel, so that there is one place where records come from.
 */
export function renderTrace(machine: Machine, { trace, length, ended, how }: Outcome): Run {
  const player = makePlayer(machine, undefined, () => undefined);
  const alternatives = movesOf(machine);
  for (const entry of trace.subarray(0, length)) {
    const index = indexOf(entry);
    switch (tagOf(entry)) {
      case TAG.time:
        player.pass(index - player.now());
        break;
      case TAG.fired: {
        const move = alternatives[index];
        if (move) player.fire(move.window, () => move.alternative);
        break;
      }
      case TAG.failed: {
        const window = machine.windows[index];
        if (window) player.fail(window);
        break;
      }
    }
  }
  const { recorder, stories, state } = player;
  return { machine, records: recorder.records, stories, state, ended: ended * machine.grain, how };
}

/** What each number of an alternative stands for. */
const movesOf = ({ windows }: Machine) =>
  windows.flatMap((window) => window.alternatives.map((_, alternative) => ({ window, alternative })));
