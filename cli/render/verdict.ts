import type { Paint } from '../paint.ts';
import type { VerdictReport } from '../verify/verdict-report.ts';
import { wrap } from './words.ts';

const MARKS = { pass: '✓', fail: '✗', unknown: '?' } as const;
const INDENT = 2;

/** The answer first, then what was seen, then what to do: to be read at 3am. */
export function renderVerdict(report: VerdictReport, width: number, paint: Paint): string {
  const rows: [string, string][] = Object.entries(report.facts);
  const advice = adviceRows(report);
  const column = Math.max(...[...rows, ...advice].map(([label]) => label.length), 0) + 2;
  const line = ([label, text]: [string, string]) =>
    `  ${paint.dim(label.padEnd(column))}${wrap(text, width, INDENT + column)}`;
  return [headline(report, width, paint), ...section(rows.map(line)), ...section(advice.map(line))].join(
    '\n',
  );
}

function headline({ verdict, name, code, meaning }: VerdictReport, width: number, paint: Paint): string {
  const colour = { pass: paint.good, fail: paint.bad, unknown: paint.warn }[verdict];
  const what = name === null ? 'NOTHING MEASURED' : `${name.toUpperCase()} (${code})`;
  const sure = verdict === 'unknown' ? '\n  Nothing was decided: rely on nothing here.' : '';
  return `${colour(`${MARKS[verdict]} ${what}`)}  ${wrap(meaning, width, INDENT)}${paint.warn(sure)}`;
}

function adviceRows({ remedy, runbook, endpoints, verdict }: VerdictReport): [string, string][] {
  const rows: [string, string][] = endpoints.map((problem) => ['endpoint', problem]);
  if (remedy !== null) rows.push(['do', remedy]);
  if (runbook !== null) {
    const step = runbook.step === null ? '' : `, step ${runbook.step}`;
    rows.push(['runbook', `${runbook.title}${step}  ${runbook.file}`]);
  } else if (verdict !== 'pass') rows.push(['runbook', 'no book here handles this code']);
  return rows;
}

const section = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', ...lines]);
