import type { Entity } from '../book.ts';
import type { RunbookDocument } from '../generated/types.ts';
import { type At, under } from '../position.ts';

/** An arrow between two ids, and where it is written. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly at: At;
}

/** Every way in which a runbook hands over to another: from a step, from one of its outcomes or from a cause. */
export function runbookJumps({ id, at, phases, causes }: Entity<RunbookDocument>): Arrow[] {
  const steps = phases.flatMap((phase, p) =>
    phase.steps.map((step, s) => ({ step, at: under(at, 'phases', p, 'steps', s) })),
  );
  const outcomes = steps.flatMap(({ step, at }) =>
    Object.entries(step.outcomes ?? {}).map(([name, { jump }]) => ({
      jump,
      at: under(at, 'outcomes', name),
    })),
  );
  const values = Object.entries(causes?.values ?? {}).map(([name, { jump }]) => ({
    jump,
    at: under(at, 'causes', 'values', name),
  }));
  return [...steps.map(({ step, at }) => ({ jump: step.jump, at })), ...outcomes, ...values].flatMap(
    ({ jump, at }) => (jump === undefined ? [] : [{ from: id, to: jump, at: under(at, 'jump') }]),
  );
}
