import { byOperator } from '../../mutation/by-operator.ts';
import { counted, thousands } from '../reporters/counted.ts';
import { markdownTable, markdownText } from '../reporters/markdown-text.ts';
import { percent } from '../simulation/simulation-words.ts';
import type { MutationResult } from './mutation-part.ts';

/** A page that holds more is not read. */
const MOST_ROWS = 200;

export function mutationLines({ score, mutants, findings, waived }: MutationResult): string[] {
  const rows = byOperator(mutants).map(({ operator, score: mine }) => [
    markdownText(operator),
    thousands(mine.judged),
    percent(mine.killed, mine.judged),
    thousands(mine.survived),
    thousands(mine.notExercised),
  ]);
  const open = findings.map(({ file, line, message, hint = '' }) => [
    markdownText(`${file}:${line}`),
    markdownText(message),
    markdownText(hint),
  ]);
  return [
    `### ${findings.length === 0 ? '✅' : '❌'} Mutate: ${percent(score.killed, score.judged)} of ${counted(score.judged, 'slip')} noticed`,
    '',
    `By check ${thousands(score.byCheck)}, by drills ${thousands(score.byDrill)}, by proofs ${thousands(score.byProof)}. Minded by nothing ${thousands(score.survived)}, not exercised ${thousands(score.notExercised)}, of which ${thousands(waived.length)} waived. Not counted: ${thousands(score.equivalent)} proved to make no difference, ${thousands(score.invalid)} refused as no book.`,
    '',
    ...markdownTable(['slip', 'judged', 'noticed', 'minded by nothing', 'not exercised'], rows),
    ...(open.length === 0
      ? []
      : ['', ...markdownTable(['place', 'unnoticed', 'to notice it'], open.slice(0, MOST_ROWS))]),
    ...(open.length > MOST_ROWS ? ['', `and ${counted(open.length - MOST_ROWS, 'more')}.`] : []),
  ];
}
