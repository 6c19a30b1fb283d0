import type { Entity } from '../../model/book.ts';
import { parseSeconds } from '../../model/duration.ts';
import type { RunbookDocument } from '../../model/generated/types.ts';
import { under } from '../../model/position.ts';
import { all } from '../kernel/guard.ts';
import { isOpenRunbook } from './opening.ts';
import { STEP, stepVariable } from './procedure.ts';
import { causeVariable, type Scene } from './scene.ts';

/** The time box: while the cause is unknown for so long, the exit step comes due; the diagnosis goes on or ends. */
export function lowerCauses(scene: Scene, runbook: Entity<RunbookDocument>): void {
  const { b } = scene;
  const unknown = runbook.causes?.unknown;
  if (!runbook.causes || !unknown) return;
  const event = unknown.from === 'opened' ? `opened.${runbook.id}` : unknown.from;
  const flag = `unknown/${runbook.id}`;
  const seconds = parseSeconds(unknown.after);
  const reading = stepVariable(runbook.id, runbook.causes.read_by);
  b.on(event, b.startOnce(`since/${event}`));
  b.window({
    site: `timer/${flag}`,
    doing: 'timer',
    owner: { kind: 'machine' },
    when: all(isOpenRunbook(scene, runbook.id), b.is(causeVariable(runbook), 0), b.is(flag, 0)),
    clock: b.clock(`since/${event}`),
    lo: seconds,
    hi: seconds,
    alternatives: [
      {
        name: 'time is up',
        effects: [
          b.set(flag),
          b.emit('cause.unknown', { kind: 'cause', text: `cause still unknown after ${unknown.after}` }),
          ...(unknown.diagnosis === 'ends' ? [b.set(reading, STEP.skipped)] : []),
        ],
      },
    ],
    at: under(runbook.at, 'causes', 'unknown'),
    text: `cause unknown for ${unknown.after}`,
  });
}
