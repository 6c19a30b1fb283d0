import type { Book } from '../model/book.ts';
import type { BookScore, Score } from '../model/generated/mutation-score.ts';
import { counted } from './prose.ts';

/** A kind of slip, and what it imitates. */
export interface ExplainedOperator {
  readonly id: string;
  readonly summary: string;
}

/** How well the shipped books are guarded against small slips, and why each slip that goes unnoticed may: one page of Markdown. */
export const mutationPage = (
  books: readonly Book[],
  scores: readonly BookScore[],
  operators: readonly ExplainedOperator[],
): string =>
  [
    '# What guards the books against slips',
    `\`drillbook mutate\` edits one place of a policy or a runbook at a time, in one of ${operators.length} ways, and asks the rules, the drills and the proofs, the cheapest first, until one of them minds. A slip that makes no difference to any run of any procedure is proved equivalent: the machines of all procedures that read the place are the same, or differ in guards that disagree in no state that can be reached. It is not counted, and neither is one that is no book any more. The others are counted, whether anything exercises them or not.`,
    ...books.flatMap((book) =>
      bookPart(
        book,
        scores.find((each) => each.book === book.id),
      ),
    ),
    '## The kinds of slips',
    [
      `| slip | imitates |`,
      '|---|---|',
      ...operators.map(({ id, summary }) => `| \`${id}\` | ${summary} |`),
    ].join('\n'),
  ].join('\n\n');

function bookPart(book: Book, found: BookScore | undefined): string[] {
  const head = `## ${book.manifest.title}`;
  if (!found) return [head, 'No campaign was kept.'];
  const { score, operators, day, budget } = found;
  const proofs =
    budget === 0
      ? 'and no slip was put to proofs'
      : `by proofs of at most ${counted(budget, 'state')} ${score.byProof}`;
  return [
    head,
    `On ${day}: **${percent(score)} of ${counted(score.judged, 'slip')} noticed**, by check ${score.byCheck}, by drills ${score.byDrill}, ${proofs}. Minded by nothing ${score.survived}, not exercised ${score.notExercised}. Not counted: ${score.equivalent} proved equivalent, ${score.invalid} no book any more.`,
    [
      '| slip | counted | noticed | minded by nothing | not exercised | proved equivalent |',
      '|---|---:|---:|---:|---:|---:|',
      ...operators.map(
        ({ operator, score: mine }) =>
          `| \`${operator}\` | ${mine.judged} | ${percent(mine)} | ${mine.survived} | ${mine.notExercised} | ${mine.equivalent} |`,
      ),
    ].join('\n'),
    ...survivors(book),
  ];
}

const percent = ({ killed, judged }: Score): string =>
  judged === 0 ? '' : `${((100 * killed) / judged).toFixed(1)} %`;

/** Reasons are given once, with all the slips that they explain. */
function survivors(book: Book): string[] {
  const waivers = book.waivers.filter(({ rule }) => rule === 'slip-is-noticed');
  if (waivers.length === 0) return [];
  const reasons = [...new Set(waivers.map(({ reason }) => reason))];
  return [
    `### Unnoticed, and why that may be`,
    ...reasons.flatMap((reason) => {
      const mine = waivers.filter((each) => each.reason === reason);
      return [
        `**${counted(mine.length, 'slip')}.** ${reason}`,
        mine.map(({ finding, fingerprint }) => `- ${finding} (\`${fingerprint}\`)`).join('\n'),
      ];
    }),
  ];
}
