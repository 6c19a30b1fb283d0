import type { ToldBreak } from '../../simulator/proofs/told-break.ts';
import type { Paint } from '../paint.ts';
import { lateWords } from '../proofs/proof-words.ts';
import { cheapest, type RandomReport } from '../random-breaks/random-report.ts';
import { counted } from '../reporters/counted.ts';
import type { Surroundings } from '../reporters/reporter.ts';
import { renderBreakLine } from './break-story.ts';
import { clockFace } from './clock.ts';
import { plural, wrap } from './words.ts';

/** What random incidents broke, each as the calmest run that still breaks it, with the choices that make it. */
export function renderRandom(report: RandomReport, { width, paint }: Surroundings): string {
  const { runs, seed, runbooks, findings, waived } = report;
  const marks = new Set(findings.map(({ book, fingerprint, line }) => `${book} ${line} ${fingerprint}`));
  const isOpen = ({ book, position }: ToldBreak) =>
    findings.some(
      (finding) => finding.book === book && finding.line === position?.line && finding.file === position.file,
    );
  const called = runbooks.reduce((sum, each) => sum + each.called, 0);
  const head = `${counted(runs, 'random incident')} of ${runbooks.length === 1 ? (runbooks[0]?.runbook ?? '') : `each of ${runbooks.length} runbooks`}, seed ${seed}; ${counted(called, 'promise')} called on`;
  const open = cheapest(runbooks.flatMap(({ breaks }) => breaks)).filter(isOpen);
  return [
    paint.dim(wrap(head, width, 0)),
    ...open.flatMap((broken) => ['', ...storyOf(broken, width, paint)]),
    '',
    marks.size > 0
      ? paint.bad(`✗ ${plural(marks.size, 'promise')} broken${also(waived.length)}`)
      : called === 0
        ? paint.bad('✗ nothing was measured: no promise was called on')
        : paint.good(
            `✓ nothing broke that should not${also(waived.length)}; this is no proof: \`drillbook prove\` is`,
          ),
  ].join('\n');
}

const also = (waived: number): string => (waived === 0 ? '' : `, ${counted(waived, 'break')} waived`);

function storyOf(broken: ToldBreak, width: number, paint: Paint): string[] {
  const { text, position, promise, runbook, story, random } = broken;
  const clock = clockFace(story.lines.flatMap(({ at }) => at ?? []));
  const place = position ? `${position.file}:${position.line}:${position.column}  ` : '';
  const fact = (label: string, words: string) => `  ${paint.dim(label.padEnd(8))}  ${wrap(words, width, 12)}`;
  return [
    `${paint.bad('✗')} ${paint.bold(text.replace(/\.$/, ''))} ${paint.bad(`breaks ${lateWords(story.late)}`)}`,
    paint.dim(`  ${place}(${promise}, in ${runbook})`),
    ...story.lines.map((line) => renderBreakLine(line, { clock, width, paint })),
    ...choicesOf(broken).map((words, index) => fact(index === 0 ? 'choices' : '', words)),
    fact('found', `path ${random.path}, made smaller ${plural(random.shrinks, 'time')}`),
    ...(story.reproduces
      ? []
      : [paint.bad('  its drill does not go as the story was found: please report this')]),
  ];
}

/** What makes this run differ from the calmest one, by name. */
function choicesOf({ story: { scenario } }: ToldBreak): string[] {
  const { injects = [], answers = [] } = scenario;
  return [
    ...injects.map(
      ({ at, ...move }) => `${at}: ${JSON.stringify(move).replaceAll(/["{}]/g, '').replaceAll(',', ', ')}`,
    ),
    ...answers.map(
      ({ site, after, is, never }) =>
        `${site}: ${[...(never ? ['never'] : []), ...(after === undefined ? [] : [`after ${after}`]), ...(is === undefined ? [] : [`is ${is}`])].join(', ')}`,
    ),
  ];
}
