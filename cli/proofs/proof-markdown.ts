import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import { counted } from '../reporters/counted.ts';
import { markdownTable, markdownText } from '../reporters/markdown-text.ts';
import { byPromise, type PromiseProofs } from './by-promise.ts';
import { judgeOf, othersOf } from './judgement.ts';
import { breakWords, demandWords, survivesWords } from './proof-words.ts';
import type { ProofsResult } from './proofs-part.ts';

/** A page that holds more is not read. */
const MOST_ROWS = 200;

/** A verdict, then each promise that is not as strong as it must be. */
export function proofLines(result: ProofsResult): string[] {
  const judge = judgeOf(result);
  const isWaived = (proof: ToldProof) => judge(proof)?.waiver !== undefined;
  const all = byPromise(result.proofs);
  const shown = all.filter(({ standing }) => standing === 'broken' || standing === 'undecided');
  const kept = all.filter(({ standing }) => standing === 'kept').length;
  const verdict =
    result.findings.length > 0
      ? '❌'
      : result.undecided.length > 0
        ? '❔'
        : kept + result.waived.length > 0
          ? '✅'
          : '❔';
  const parts = [
    counted(kept, 'promise is as strong as it must be', 'promises are as strong as they must be'),
    ...(result.findings.length > 0 ? [counted(result.findings.length, 'finding')] : []),
    ...(result.undecided.length > 0 ? [`${result.undecided.length} not decided`] : []),
    ...(result.waived.length > 0 ? [`${result.waived.length} waived`] : []),
  ];
  const others = othersOf(result, judge);
  return [
    `### ${verdict} Prove: ${parts.join(', ')}`,
    ...(shown.length === 0
      ? []
      : [
          '',
          ...markdownTable(
            ['', 'where', 'promise', 'what was found', 'survives'],
            shown.slice(0, MOST_ROWS).map((each) => rowOf(each, isWaived(each.worst))),
          ),
        ]),
    ...(shown.length > MOST_ROWS ? ['', `and ${counted(shown.length - MOST_ROWS, 'promise')} more.`] : []),
    ...others.flatMap(({ file, line, message }) => [
      '',
      `❌ <code>${markdownText(`${file}:${line}`)}</code> ${markdownText(message)}`,
    ]),
  ];
}

function rowOf({ worst, standing }: PromiseProofs, waived: boolean): string[] {
  const { position, runbook, text, survives } = worst;
  const how =
    standing === 'undecided' ? 'not decided' : `${breakWords(worst)}, in ${runbook}; ${demandWords(worst)}`;
  return [
    standing === 'undecided' ? '❔' : waived ? '➖' : '❌',
    position ? `<code>${markdownText(`${position.file}:${position.line}`)}</code>` : '',
    markdownText(text),
    markdownText(waived ? `${how} (waived)` : how),
    survivesWords(survives),
  ];
}
