import type { Book, Entity } from '../model/book.ts';
import type { RunbookDocument } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import { type Outside, outsideFacts } from './procedure/outside-facts.ts';
import { causesToTry } from './procedure/placed-steps.ts';
import { playOut } from './procedure/play-out.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const everyCauseCanBeResolved: Rule = {
  id: 'every-cause-can-be-resolved',
  summary: 'Whatever the cause is, some steps make the incident resolved.',
  why: `
    A runbook says which facts make its incident resolved. If no step that a cause calls for brings one of them about, the
    people who find that cause reach the end of the page with the incident still open, and improvise.
    Give the cause its steps, let one of them produce the fact, or let it jump to the procedure that does.
  `,
  good: [
    `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: look, text: Look where the water comes from., by: lead}
      - {id: close-valve, text: Close the main valve., by: lead, produces: [valve-closed]}
      - {id: call-plumber, text: Call the plumber., by: lead, produces: [valve-closed]}
causes:
  read_by: look
  values:
    pipe: {title: A pipe, resolution: Close the valve., then: [close-valve]}
    tap: {title: A tap, resolution: Call the plumber., then: [call-plumber]}
`,
  ],
  bad: [
    `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: look, text: Look where the water comes from., by: lead}
      - {id: close-valve, text: Close the main valve., by: lead, produces: [valve-closed]}
causes:
  read_by: look
  values:
    pipe: {title: A pipe, resolution: Close the valve., then: [close-valve]}
    roof: {title: The roof, resolution: Nobody knows.}
`,
  ],
  check(book, report) {
    const outside = outsideFacts(book);
    for (const runbook of book.runbooks.values())
      for (const { cause, missing } of deadEnds(book, outside, runbook)) {
        const facts = `${quoted(missing)} never ${missing.length === 1 ? 'comes' : 'come'} true`;
        const steps = cause === undefined ? [] : (runbook.causes?.values[cause]?.then ?? []);
        const way = steps.length === 0 ? 'it calls for no step' : `its steps are ${quoted(steps)}`;
        const at = cause === undefined ? ['resolved', 'when'] : ['causes', 'values', cause];
        report(
          under(runbook.at, ...at),
          cause === undefined
            ? `no step of \`${runbook.id}\` resolves it: ${facts}`
            : `if the cause is \`${cause}\`, the incident cannot be resolved: ${facts}, and ${way}`,
          'say who does what for this cause, and let the step produce what `resolved` waits for',
        );
      }
  },
};

/** Causes for which some fact that the resolution waits for never comes true. */
function deadEnds(book: Book, outside: Outside, runbook: Entity<RunbookDocument>) {
  const play = playOut(book, outside, runbook);
  const wanted = runbook.resolved?.when ?? [];
  return causesToTry(runbook).flatMap((cause) => {
    const { holds } = play({ cause, waits: false });
    const missing = wanted.filter((fact) => !holds(fact));
    return missing.length === 0 ? [] : [{ cause, missing }];
  });
}
