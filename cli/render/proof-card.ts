import { standingOf } from '../../simulator/proofs/standing.ts';
import type { Pace, ToldProof } from '../../simulator/proofs/told-proof.ts';
import { spanWords } from '../../simulator/sentences/span-words.ts';
import type { Paint } from '../paint.ts';
import type { Judge, Judgement } from '../proofs/judgement.ts';
import { demandWords, incidentWords, lateWords } from '../proofs/proof-words.ts';
import { counted, thousands } from '../reporters/counted.ts';
import { renderBreakLine } from './break-story.ts';
import { clockFace } from './clock.ts';
import { MARKS, markOf } from './proof-table.ts';
import { listed, wrap } from './words.ts';

interface Scenery {
  readonly width: number;
  readonly paint: Paint;
  readonly judge: Judge;
}

/** One proof with all that it rests on: the verdict, its story, the pace, what was looked at. */
export function renderProof(proof: ToldProof, scenery: Scenery): string {
  const { width, paint } = scenery;
  const fact = (label: string, text: string) => `  ${paint.dim(label.padEnd(8))}  ${wrap(text, width, 12)}`;
  return [
    ...renderStory(proof, scenery),
    '',
    fact('demanded', demandWords(proof)),
    ...(proof.calledInOutages
      ? [fact('asked', 'where what is up may be lost and come back; nothing else calls on it')]
      : []),
    ...(proof.assumes.length === 0
      ? [fact('pace', 'no pace of anybody is needed')]
      : proof.assumes.map((pace, index) => fact(index === 0 ? 'pace' : '', paceWords(pace)))),
    fact('searched', searchWords(proof)),
    ...(proof.search.looksAt.length === 0 ? [] : [fact('looks at', proof.search.looksAt.join(', '))]),
  ].join('\n');
}

/** The verdict in one line, its place, and for a break what happened. */
export function renderStory(proof: ToldProof, { width, paint, judge }: Scenery): string[] {
  const { text, position, promise, story } = proof;
  const place = position ? `${position.file}:${position.line}:${position.column}  ` : '';
  const clock = clockFace(story?.lines.flatMap(({ at }) => at ?? []) ?? []);
  const mark = markOf(proof, judge);
  return [
    `${MARKS[mark](paint).shown} ${paint.bold(text.replace(/\.$/, ''))} ${verdictWords(proof, paint)}`,
    paint.dim(
      `  ${place}(${promise}, in ${incidentWords(proof)})${mark === 'kept' ? '' : markWords(judge(proof))}`,
    ),
    ...(story ? story.lines.map((line) => renderBreakLine(line, { clock, width, paint })) : []),
    ...(story && !story.reproduces
      ? [paint.bad('  its drill does not go as the story was found: please report this')]
      : []),
  ];
}

const keptWords = (survives: ToldProof['survives']): string =>
  survives === 0 ? 'holds while nobody is late' : `survives any ${survives} being late`;

/** What a waiver names. */
const markWords = (judgement: Judgement | undefined): string =>
  judgement === undefined
    ? ''
    : judgement.waiver
      ? `  waived until ${judgement.waiver.expires} by ${judgement.waiver.owner}`
      : `  ${judgement.finding.fingerprint}`;

function verdictWords(proof: ToldProof, paint: Paint): string {
  const { story, verdict, survives, recorded } = proof;
  switch (verdict) {
    case 'holds':
      return paint.good('holds, whoever is late');
    case 'never-called':
      return recorded === null
        ? paint.dim('is never called on in this incident')
        : paint.bad('is called on no more');
    case 'does-not-settle':
      return paint.bad('cannot be judged: an instant never ends');
    case 'broken':
      return standingOf(proof) === 'broken'
        ? paint.bad(`breaks ${lateWords(story?.late ?? [])}`)
        : `${paint.good(keptWords(survives))}${paint.dim(`; it breaks ${lateWords(story?.late ?? [])}`)}`;
    case 'holds-up-to':
      return paint.warn(`holds with at most ${survives} late; beyond that nothing is known`);
    case 'gave-up':
      return paint.bad('is not decided');
  }
}

const paceWords = ({ who, text, from, to, byDefault }: Pace): string =>
  `${who} ${text.replace(/\.$/, '')}: ${from === 0 ? '0' : spanWords(from)} to ${spanWords(to)}${byDefault ? ' (default of the book)' : ''}`;

/** What was looked at, in numbers; a hint where it was not enough. */
export function searchWords({ search, failuresAsked, verdict }: ToldProof): string {
  const { states, statesInAll, bits, grain, windows, free, models } = search;
  if (models === 0) return 'nothing: a run that is known breaks it so, and nothing less could';
  const asked =
    failuresAsked === null ? 'any number of failures' : `at most ${counted(failuresAsked, 'failure')}`;
  const end = verdict === 'holds' || verdict === 'never-called' ? ', to a fixpoint' : '';
  return `${counted(states, 'state')} of ${counted(bits, 'bit')}${end}, ${grain === null ? 'without time' : `grain ${spanWords(grain)}`}, ${asked}; ${free} of ${counted(windows, 'window')} cut free; ${counted(models, 'model')}, ${thousands(statesInAll)} states in all`;
}

/** Which part was too large, and what may help. */
export const undecidedWords = ({ search, survives }: ToldProof): string =>
  `${survives === null ? 'nothing is known' : `known to survive ${survives}`}: the model of ${counted(search.windows, 'window')} was too large (${counted(search.states, 'state')} of ${counted(search.bits, 'bit')}, ${thousands(Math.ceil(search.bytes / 2 ** 20))} MiB); it looks at ${largest(search.looksAt)}`;

/** What variables are about, by the beginning of their names, as a reader of the book would call it. */
const ABOUT: Readonly<Record<string, readonly [one: string, many: string]>> = {
  step: ['step', 'steps'],
  failed: ['person or group', 'people and groups'],
  busy: ['person at work', 'people at work'],
  fact: ['fact', 'facts'],
  page: ['page', 'pages'],
  acknowledged: ['acknowledgement', 'acknowledgements'],
  can: ['act', 'acts'],
  cause: ['cause', 'causes'],
  signal: ['signal', 'signals'],
  open: ['procedure', 'procedures'],
  phase: ['phase', 'phases'],
  clock: ['clock', 'clocks'],
};

/** What a model looks at, most of it first: that is what makes it large. */
function largest(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    const kind = /^[a-z]+/.exec(name)?.[0] ?? '';
    const about = kind in ABOUT ? kind : '';
    counts.set(about, (counts.get(about) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, x], [b, y]) => Number(a === '') - Number(b === '') || y - x);
  return listed(sorted.map(([kind, count]) => counted(count, ...(ABOUT[kind] ?? ['other', 'others']))));
}
