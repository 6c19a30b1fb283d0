import { hasDropped, standingOf } from '../../simulator/proofs/standing.ts';
import type { ToldProof } from '../../simulator/proofs/told-proof.ts';
import type { Paint } from '../paint.ts';
import { byPromise, isTold, type PromiseProofs } from '../proofs/by-promise.ts';
import { type Judge, judgeOf, othersOf } from '../proofs/judgement.ts';
import { pinsOf } from '../proofs/pins.ts';
import { demandWords, incidentWords, lateWords, survivesWords } from '../proofs/proof-words.ts';
import type { ProofsPart } from '../proofs/proofs-part.ts';
import { counted } from '../reporters/counted.ts';
import type { Surroundings } from '../reporters/reporter.ts';
import { paragraph } from '../reporters/text.ts';
import { renderProof, renderStory, undecidedWords } from './proof-card.ts';
import { isWaived, MARKS, proofTable } from './proof-table.ts';
import { slackStory, slackTable } from './slack-table.ts';
import { type Cell, cell, columns, fitted } from './table.ts';
import { plural, wrap } from './words.ts';

/** So few proofs are shown with everything that they rest on. */
const FEW = 6;

/** Few proofs as cards, one runbook as a table, several with a line each; then what is wrong, and what could be promised. */
export function renderProofs(part: ProofsPart, around: Surroundings): string {
  const { width, paint } = around;
  const { proofs } = part.result;
  const judge = judgeOf(part.result);
  const scenery = { width, paint, judge };
  const runbooks = [...new Set(proofs.map(({ book, runbook }) => `${book} ${runbook}`))];
  const called = proofs.filter((proof) => standingOf(proof) !== 'never-called');
  const few = proofs.length <= FEW;
  const body = few
    ? [proofs.map((proof) => renderProof(proof, scenery)).join('\n\n')]
    : runbooks.length === 1
      ? [runbookHead(proofs[0], paint), '', ...proofTable(called.toSorted(byHarm), judge, width, paint)]
      : runbookLines(runbooks, proofs, judge, paint);
  const others = othersOf(part.result, judge);
  return [
    ...body,
    ...(few ? [] : storyBlocks(part, scenery)),
    ...(few ? [] : undecidedBlock(part, width, paint)),
    ...(others.length === 0 ? [] : ['', ...others.map((finding) => paragraph(finding, around).trimEnd())]),
    ...slackLines(proofs, few, width, paint),
    ...pinLines(part, width, paint),
    '',
    ...verdictOf(part, paint),
  ].join('\n');
}

function slackLines(proofs: readonly ToldProof[], stories: boolean, width: number, paint: Paint): string[] {
  const table = slackTable(proofs, width, paint);
  if (table.length === 0) return [];
  const told = stories
    ? proofs.map((proof) => slackStory(proof, width, paint)).filter((each) => each.length > 0)
    : [];
  return ['', ...table, ...told.flatMap((each) => ['', ...each])];
}

const RANKS = { broken: 0, undecided: 1, kept: 2, 'never-called': 3 } as const;
const byHarm = (a: ToldProof, b: ToldProof): number => RANKS[standingOf(a)] - RANKS[standingOf(b)];

const runbookHead = (proof: ToldProof | undefined, paint: Paint): string =>
  `${paint.bold(proof ? incidentWords(proof) : '')} ${paint.dim(`· ${proof?.book ?? ''}`)}`;

function runbookLines(
  runbooks: readonly string[],
  proofs: readonly ToldProof[],
  judge: Judge,
  paint: Paint,
): string[] {
  const head = ['', 'runbook', 'promises called', 'hold', 'survive enough', 'waived', 'break', 'not decided'];
  const rows = runbooks.map((key): Cell[] => {
    const mine = proofs.filter(({ book, runbook }) => `${book} ${runbook}` === key);
    const count = (test: (proof: ToldProof) => boolean) => mine.filter(test).length;
    const is = (wanted: string) => (proof: ToldProof) => standingOf(proof) === wanted;
    const waived = count((proof) => is('broken')(proof) && isWaived(judge, proof));
    const broken = count(is('broken')) - waived;
    const undecided = count(is('undecided'));
    const holds = count((proof) => is('kept')(proof) && proof.verdict === 'holds');
    const zero = (value: number, colour: (text: string) => string) =>
      value === 0 ? cell('0', paint.dim) : cell(String(value), colour);
    return [
      MARKS[broken > 0 ? 'broken' : undecided > 0 ? 'undecided' : waived > 0 ? 'waived' : 'kept'](paint),
      cell(mine[0]?.runbook ?? ''),
      cell(`${mine.length - count(is('never-called'))} of ${mine.length}`),
      cell(String(holds)),
      cell(String(count(is('kept')) - holds)),
      zero(waived, paint.warn),
      zero(broken, paint.bad),
      zero(undecided, paint.bad),
    ];
  });
  return columns([head.map((text) => cell(text, paint.dim)), ...rows], new Set([2, 3, 4, 5, 6, 7]));
}

/** Each promise that breaks, once: stories first, then what falls silent, which mostly follows from them, then what is waived. */
function storyBlocks(part: ProofsPart, scenery: Scenery): string[] {
  const broken = byPromise(part.result.proofs).filter(({ standing }) => standing === 'broken');
  const open = broken.filter(({ worst }) => !isWaived(scenery.judge, worst));
  return [
    ...toldBlock(open.filter(isTold), scenery),
    ...silentBlock(
      open.filter((each) => !isTold(each)),
      scenery,
    ),
    ...waivedBlock(
      broken.filter((each) => !open.includes(each)),
      scenery,
    ),
  ];
}

type Scenery = Parameters<typeof renderStory>[1];

/** Where it breaks with the fewest people late. */
function toldBlock(told: readonly PromiseProofs[], scenery: Scenery): string[] {
  const { paint } = scenery;
  return [
    ...(told.length === 0 ? [] : ['', paint.bold('What breaks, and why')]),
    ...told.flatMap(({ worst, proofs }, index) => {
      const places = proofs.filter((proof) => standingOf(proof) === 'broken').length;
      return [
        ...(index === 0 ? [] : ['']),
        ...renderStory(worst, scenery),
        ...(hasDropped(worst) ? [paint.dim(`  ${demandWords(worst)}`)] : []),
        ...(places > 1 ? [paint.dim(`  it breaks in ${plural(places, 'runbook')}`)] : []),
      ];
    }),
  ];
}

function silentBlock(silent: readonly PromiseProofs[], scenery: Scenery): string[] {
  const { paint } = scenery;
  return [
    ...(silent.length === 0 ? [] : ['', paint.bold('What falls silent: no run shows it any more')]),
    ...silent.flatMap(({ worst }) => renderStory(worst, scenery)),
  ];
}

function waivedBlock(waived: readonly PromiseProofs[], { paint, judge }: Scenery): string[] {
  return [
    ...(waived.length === 0 ? [] : ['', paint.bold('Breaks that somebody answers for')]),
    ...waived.map(({ worst }) => {
      const { waiver } = judge(worst) ?? {};
      return `${MARKS.waived(paint).shown} ${worst.text.replace(/\.$/, '')}: breaks ${lateWords(worst.story?.late ?? [])} ${paint.dim(`(waived until ${waiver?.expires} by ${waiver?.owner})`)}`;
    }),
  ];
}

function undecidedBlock(part: ProofsPart, width: number, paint: Paint): string[] {
  const undecided = part.result.proofs.filter((proof) => standingOf(proof) === 'undecided');
  if (undecided.length === 0) return [];
  return [
    '',
    paint.bold('Not decided'),
    ...undecided.map(
      (proof) =>
        `${MARKS.undecided(paint).shown} ${wrap(`${proof.promise} in ${proof.runbook}: ${undecidedWords(proof)}`, width, 2)}`,
    ),
    paint.dim(
      wrap(
        '  A larger --budget may decide these; fewer causes, outcomes or open bounds in what they look at surely makes them smaller.',
        width,
        2,
      ),
    ),
  ];
}

/** Longer lists are for `--json`. */
const MOST_PINS = 12;

function pinLines({ result }: ProofsPart, width: number, paint: Paint): string[] {
  const pins = result.everything ? pinsOf(result.proofs) : [];
  if (pins.length === 0) return [];
  const rows = pins
    .slice(0, MOST_PINS)
    .map(({ worst }) => [
      cell(`  ${fitted(worst.text, Math.max(24, width - 60))}`),
      cell(`tolerate: ${survivesWords(worst.survives)}`),
      cell(worst.position ? `${worst.position.file}:${worst.position.line}` : '', paint.dim),
    ]);
  const more = pins.length - MOST_PINS;
  return [
    '',
    paint.bold('More than is demanded: what a team may promise, so that no change takes it away'),
    ...columns(rows, new Set()),
    ...(more > 0 ? [paint.dim(`  and ${more} more: --json`)] : []),
  ];
}

function verdictOf({ result, shard }: ProofsPart, paint: Paint): string[] {
  const { proofs, findings, waived, undecided } = result;
  const count = (wanted: string) => proofs.filter((proof) => standingOf(proof) === wanted).length;
  const partial = shard.of === 1 ? '' : ` (part ${shard.index} of ${shard.of})`;
  const also = waived.length === 0 ? '' : `, ${counted(waived.length, 'break')} waived`;
  if (findings.length > 0)
    return [
      paint.bad(
        `✗ ${counted(findings.length, 'finding')}${undecided.length === 0 ? '' : `, ${counted(undecided.length, 'promise')} not decided`}${also}${partial}`,
      ),
      paint.dim(
        `  --save keeps each story as a drill; \`drillbook explain ${findings[0]?.rule}\` says what can be done`,
      ),
    ];
  if (undecided.length > 0)
    return [
      paint.bad(`? ${counted(undecided.length, 'promise')} not decided: this is no success${also}${partial}`),
    ];
  if (count('kept') === 0 && waived.length === 0)
    return [paint.bad(`✗ nothing was measured: no promise is called on${partial}`)];
  if (count('kept') === 0) return [paint.warn(`~ ${counted(waived.length, 'break')}, all waived${partial}`)];
  return [
    paint.good(
      `✓ ${counted(count('kept'), 'proof')}: every promise is as strong as ${waived.length === 0 ? 'the book demands' : 'the book demands, save what is waived'}${also}${partial}`,
    ),
  ];
}
