import type { Book, Entity } from '../model/book.ts';
import type { RunbookDocument } from '../model/generated/types.ts';
import { type Outside, outsideFacts } from './procedure/outside-facts.ts';
import { causesToTry, type PlacedStep, placedSteps } from './procedure/placed-steps.ts';
import { playOut } from './procedure/play-out.ts';
import type { Rule } from './rule.ts';
import { counted, quoted } from './words/sentence.ts';

export const whatAStepWaitsForCanCome: Rule = {
  id: 'what-a-step-waits-for-can-come',
  summary: 'What a step requires can come true before its turn, whatever the cause is.',
  why: `
    A step waits for the facts it requires, or that the authority it needs requires. If only a later step, or a step of
    another cause, can bring them about, it waits for ever, and so does everything behind it in the sequence.
    Put the steps in the other order, let the step apply only to the causes that fit, or drop the requirement.
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
      - {id: close-valve, text: Close the main valve., by: lead, produces: [valve-closed]}
      - {id: mend, text: Mend the pipe., by: lead, requires: [valve-closed]}
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
      - {id: mend, text: Mend the pipe., by: lead, requires: [valve-closed]}
      - {id: close-valve, text: Close the main valve., by: lead, produces: [valve-closed]}
`,
  ],
  check(book, report) {
    const outside = outsideFacts(book);
    for (const runbook of book.runbooks.values())
      for (const { placed, missing, causes, behind } of stuckSteps(book, outside, runbook)) {
        const some = causes.length < causesToTry(runbook).length;
        const when = some ? ` if the cause is ${quoted(causes.map(String), 'or')}` : '';
        const rest =
          behind === 0 ? '' : `; ${counted(behind, 'step')} behind it never begin${behind === 1 ? 's' : ''}`;
        report(
          placed.at,
          `\`${placed.step.id}\` waits for ever for ${quoted(missing)}${when}${rest}`,
          'decide what has to hold before this step in that case',
        );
      }
  },
};

interface Stuck {
  readonly placed: PlacedStep;
  readonly missing: readonly string[];
  readonly causes: (string | undefined)[];
  /** How many steps come after it that would be taken otherwise. */
  readonly behind: number;
}

/** Each step that waits for ever, with the causes for which it waits for the same facts. */
function stuckSteps(book: Book, outside: Outside, runbook: Entity<RunbookDocument>): Stuck[] {
  const play = playOut(book, outside, runbook);
  const ids = placedSteps(runbook).map(({ step }) => step.id);
  const found = new Map<string, Stuck>();
  for (const cause of causesToTry(runbook)) {
    const played = play({ cause, waits: true });
    if (played.waiting.every(({ missing }) => missing.length === 0)) continue;
    const could = play({ cause, waits: false });
    // What the resolution wants too, and nothing brings about, is the finding of `every-cause-can-be-resolved`.
    const unresolvable = (fact: string) => runbook.resolved?.when.includes(fact) && !could.holds(fact);
    for (const { placed, missing } of played.waiting) {
      if (missing.length === 0 || missing.every(unresolvable)) continue;
      const key = `${placed.step.id} ${missing.join(' ')}`;
      const later = ids.slice(ids.indexOf(placed.step.id) + 1);
      const behind = later.filter((id) => could.taken.has(id) && !played.taken.has(id)).length;
      const before = found.get(key);
      if (before) before.causes.push(cause);
      else found.set(key, { placed, missing, causes: [cause], behind });
    }
  }
  return [...found.values()];
}
