import { renderSimulation } from '../render/simulation-report.ts';
import { breaksByItself, isSound } from '../simulation/simulation-exit.ts';
import type { SimulationPart } from '../simulation/simulation-part.ts';
import { lateWords, percent, playedWords } from '../simulation/simulation-words.ts';
import { counted, thousands } from './counted.ts';
import { json } from './json.ts';
import { page } from './markdown.ts';
import { markdownTable, markdownText } from './markdown-text.ts';
import type { Forms } from './reporter.ts';

/** A page that holds more is not read. */
const MOST_ROWS = 200;

/** The forms of a campaign, whether it was played here or joined from parts. */
export const SIMULATION_FORMS = {
  text: (part, around) => `${renderSimulation(part, around)}\n`,
  json,
  markdown: (part) => page(simulationLines(part)),
} as const satisfies Forms<SimulationPart>;

function simulationLines(part: SimulationPart): string[] {
  const { runbooks } = part.result;
  const sound = runbooks.every(isSound);
  const rows = runbooks.flatMap(({ runbook, promises }) =>
    promises
      .filter(({ broken }) => broken > 0)
      .map((promise) => [
        breaksByItself(promise) ? '❌' : '⚠️',
        markdownText(runbook),
        markdownText(promise.text),
        thousands(promise.called),
        percent(promise.broken, promise.called),
        promise.cheapestBreak ? lateWords(promise.cheapestBreak) : '',
        String(promise.cheapestBreak?.seed ?? ''),
      ]),
  );
  return [
    `### ${sound ? '✅' : '❌'} Simulate: ${sound ? 'no promise breaks unless somebody is late' : 'promises break although nobody is late'}`,
    '',
    markdownText(playedWords(part)),
    '',
    ...markdownTable(
      ['', 'runbook', 'promise', 'called', 'broke', 'with late', 'seed'],
      rows.slice(0, MOST_ROWS),
    ),
    ...(rows.length > MOST_ROWS ? ['', `and ${counted(rows.length - MOST_ROWS, 'promise')} more.`] : []),
  ];
}
