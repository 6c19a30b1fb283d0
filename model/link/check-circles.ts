import type { BookTables } from '../book.ts';
import type { BuiltInRuleId } from '../built-in-rules.ts';
import { under } from '../position.ts';
import { code } from '../schema/words.ts';
import { findCycles } from './cycles.ts';
import type { ReportIn } from './link-documents.ts';
import { type Arrow, runbookJumps } from './runbook-jumps.ts';

/** Chains of references that must come to an end. */
export function checkCircles(book: BookTables, reportIn: ReportIn): void {
  const runbooks = [...book.runbooks.values()];
  report('jumps-end', 'jumps run in a circle', runbooks.flatMap(runbookJumps), reportIn);
  const inherits = runbooks.flatMap(({ id, at, inherits }) =>
    inherits === undefined ? [] : [{ from: id, to: inherits, at: under(at, 'inherits') }],
  );
  report('inheritance-ends', 'runbooks inherit in a circle', inherits, reportIn);
  const overrides = [...book.authorities.values()].flatMap(({ id, at, timelock }) =>
    timelock?.override === undefined
      ? []
      : [{ from: id, to: timelock.override, at: under(at, 'timelock', 'override') }],
  );
  report('override-ends', 'timelocks are overridden in a circle', overrides, reportIn);
}

function report(rule: BuiltInRuleId, what: string, arrows: readonly Arrow[], reportIn: ReportIn): void {
  const edges = new Map<string, string[]>();
  for (const { from, to } of arrows) edges.set(from, [...(edges.get(from) ?? []), to]);
  for (const cycle of findCycles(edges)) {
    const [from, to = from] = cycle;
    const arrow = arrows.find((candidate) => candidate.from === from && candidate.to === to);
    if (!arrow) continue;
    const message = `${what}: ${[...cycle, from].map(code).join(' -> ')}`;
    const { file, path } = arrow.at;
    reportIn(file)(() => ({ rule, path, target: 'value', message, subject: [...cycle].sort().join(' ') }));
  }
}
