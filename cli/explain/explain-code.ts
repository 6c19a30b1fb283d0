import type { Book, Entity } from '../../model/book.ts';
import type { ErrorCode, Outcome, RunbookDocument, Step } from '../../model/generated/types.ts';
import { listed } from '../render/words.ts';
import { codesNamed, type DeclaredPlace } from './declared-places.ts';
import type { Explanation } from './explanation.ts';

type Paragraph = readonly [label: string, text: string];

/** How many steps stand there: whoever reads this opens the runbook next. */
const FIRST_STEPS = 3;

/** Codes of a book by number or name: what happened, what to do about it, and where all of that stands. */
export const explainCodes = (book: Book, word: string, places: readonly DeclaredPlace[]): Explanation[] =>
  codesNamed(book, word).map((code) => ({
    word: code.id,
    what: 'code',
    title: `${code.name}: ${code.meaning}`,
    paragraphs: [
      ...known([
        ['book', book.id],
        ['raised by', code.raised_by],
        ['effect', code.effect],
      ]),
      ...whatToDo(book, code),
      ...seenIn(book, code, places),
      ...known([['lifecycle', code.lifecycle]]),
      ...declaredAt(book, code, places),
    ],
    good: [],
    bad: [],
    position: book.position(code.at),
  }));

const known = (rows: readonly (readonly [string, string | undefined])[]): Paragraph[] =>
  rows.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] as const]));

function whatToDo(book: Book, code: Entity<ErrorCode>): Paragraph[] {
  if (code.success) return [['to do', 'nothing is wrong']];
  const runbook = book.runbooks.get(code.runbook ?? '');
  const levels = severitiesOf(code, runbook);
  const page =
    levels[0] === undefined ? undefined : `drillbook who --severity ${levels[0]} --book ${book.id}`;
  return [
    ...known([
      ['severity', levels.length === 0 ? undefined : levels.join(', ')],
      ['operator', code.operator],
      [
        'runbook',
        runbook ? `${runbook.title} (${runbook.id}), ${runbook.at.file}` : 'none: no procedure handles it',
      ],
    ]),
    ...(runbook ? firstSteps(book, runbook) : []),
    ...known([['whom to call', page]]),
  ];
}

/** What the sheet says, else what the runbook always is. */
const severitiesOf = ({ severity }: ErrorCode, runbook: RunbookDocument | undefined): readonly string[] =>
  severity ?? (runbook?.severity?.always === undefined ? [] : [runbook.severity.always]);

function firstSteps(book: Book, runbook: Entity<RunbookDocument>): Paragraph[] {
  const steps = runbook.phases.flatMap((phase) => phase.steps);
  const shown = steps.slice(0, FIRST_STEPS).map((step, index): Paragraph => {
    const who = book.roles.get(step.by)?.title ?? step.by;
    return [index === 0 ? 'do first' : '', `${index + 1}. ${who}: ${step.text}`];
  });
  const more = steps.length - shown.length;
  return more > 0 ? [...shown, ['', `${more} more steps in the runbook`]] : shown;
}

/** Triggers and steps that know this code, and what follows there. */
function seenIn(book: Book, code: Entity<ErrorCode>, places: readonly DeclaredPlace[]): Paragraph[] {
  const checks = new Set(placesOf(book, code, places).map(({ contract }) => contract.check));
  const number = Number(code.id);
  const seen = [...book.runbooks.values()].flatMap((runbook) => [
    ...(runbook.triggers ?? [])
      .filter((trigger) => trigger.code === number)
      .map(({ text }) => `${runbook.title} begins with it: ${text}`),
    ...runbook.phases.flatMap(({ steps }) => steps.flatMap((step) => atStep(runbook, step))),
  ]);
  return seen.map((text, index) => [index === 0 ? 'seen in' : '', text]);

  function atStep({ title }: RunbookDocument, step: Step): string[] {
    const outcome =
      step.check !== undefined && checks.has(step.check) ? step.outcomes?.[code.name] : undefined;
    if (outcome) return [`step ${step.id} of ${title}: ${consequence(book, outcome)}`];
    return step.expects === number ? [`step ${step.id} of ${title} expects it`] : [];
  }
}

const placesOf = (book: Book, code: Entity<ErrorCode>, places: readonly DeclaredPlace[]) =>
  places.filter((each) => each.book === book.id && each.code === code.id);

/** What a step leads to when it ends so. */
function consequence(book: Book, { text, produces, goto, jump, opens, raises, ends }: Outcome): string {
  const title = (id: string) => book.runbooks.get(id)?.title ?? id;
  const parts = [
    ...(text === undefined ? [] : [text.replace(/\.$/, '')]),
    ...(goto === undefined ? [] : [`go on with ${goto}`]),
    ...(jump === undefined ? [] : [`go over to ${title(jump)}`]),
    ...(opens === undefined ? [] : [`open ${listed(opens.map(title))}`]),
    ...(raises === undefined ? [] : [`raise to ${raises}`]),
    ...(ends === undefined ? [] : ['the runbook ends']),
    ...(produces === undefined ? [] : [`then holds: ${produces.join(', ')}`]),
  ];
  return parts.length === 0 ? 'go on with the next step' : parts.join('; ');
}

function declaredAt(book: Book, code: Entity<ErrorCode>, places: readonly DeclaredPlace[]): Paragraph[] {
  return placesOf(book, code, places).map(({ contract, position }, index) => {
    const where = position
      ? `${position.file}:${position.line}`
      : `${contract.file}, which does not say so: drillbook codes`;
    return [index === 0 ? 'declared in' : '', `${where} (${contract.title}, ${contract.version})`];
  });
}
