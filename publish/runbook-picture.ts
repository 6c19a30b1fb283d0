import type { Entity } from '../model/book.ts';
import type { Phase, RunbookDocument, Step } from '../model/generated/types.ts';

/** How well a node or an edge is covered; each looks different without its colour too. */
export type Shade = 'drill' | 'random' | 'search' | 'unreachable' | 'unknown' | 'unseen';

/** The shade of an item of coverage, by its name; undefined: it is no item. */
export type ShadeOf = (item: string) => Shade | undefined;

interface Look {
  readonly colour: string;
  readonly fill: string;
  readonly style: string;
  readonly wide: number;
  readonly words: string;
}

/** Colours of Okabe and Ito (2008), told apart by people who confuse red and green. */
const LOOKS: Readonly<Record<Shade, Look>> = {
  drill: { colour: '#0072B2', fill: '#D6E9F5', style: 'solid', wide: 2.4, words: 'shown by a drill' },
  random: { colour: '#0072B2', fill: '#FFFFFF', style: 'dashed', wide: 1.4, words: 'by random runs only' },
  search: { colour: '#5F5F5F', fill: '#FFFFFF', style: 'dotted', wide: 1.4, words: 'only found by search' },
  unreachable: { colour: '#D55E00', fill: '#FBE3D5', style: 'bold', wide: 2.4, words: '✗ cannot happen' },
  unknown: { colour: '#B87800', fill: '#FFF3D1', style: 'dashed', wide: 2, words: '? nobody knows' },
  unseen: { colour: '#B87800', fill: '#FFF3D1', style: 'dashed', wide: 2, words: '? not seen' },
};

type Runbook = Entity<RunbookDocument>;

const FONT = 'Helvetica,Arial,sans-serif';

/** A runbook as a graph in the DOT language: phases as boxes, steps as nodes, outcomes, causes and jumps as edges. */
export function runbookDot(runbook: Runbook, shadeOf: ShadeOf): string {
  const used = new Set<Shade>();
  const seen: ShadeOf = (item) => {
    const shade = shadeOf(item);
    if (shade) used.add(shade);
    return shade;
  };
  const clusters = runbook.phases.map((phase, index) => clusterOf(runbook, phase, index, seen));
  const edges = [...flowOf(runbook, seen), ...leadsOf(runbook, seen)];
  return [
    'digraph runbook {',
    `graph [rankdir=TB, newrank=true, splines=true, nodesep=0.35, ranksep=0.55, pad=0.4, fontname="${FONT}", labelloc=t, fontsize=20, label=${text(runbook.title, 60)}]`,
    `node [shape=box, style="rounded,filled", fontname="${FONT}", fontsize=12, margin="0.3,0.1", fontcolor="#1A1A1A"]`,
    `edge [fontname="${FONT}", fontsize=10, fontcolor="#333333", arrowsize=0.8]`,
    ...clusters,
    ...edges,
    ...legend([...used], runbook.phases.at(-1)?.steps.at(-1)),
    '}',
    '',
  ].join('\n');
}

function clusterOf(runbook: Runbook, phase: Phase, index: number, shadeOf: ShadeOf): string {
  const nodes = phase.steps.map((step) => {
    const shade = shadeOf(`step/${runbook.id}/${step.id}`);
    return `${nodeOf(step)} [label=${text(`${mark(shade)}${plain(step.id)}`, 24)}, tooltip=${text(step.text, 200)}, ${nodeLook(shade)}]`;
  });
  return [
    `subgraph cluster_${index} {`,
    `graph [style="rounded", color="#BBBBBB", fontsize=13, labeljust=l, margin=14, fontcolor="#444444", label=${text(phase.title, 60)}]`,
    ...nodes,
    '}',
  ].join('\n');
}

/** From step to step: in a sequence one after the other, between phases from the last to the first. */
function flowOf(runbook: Runbook, shadeOf: ShadeOf): string[] {
  const shadeOfStep = (step: Step) => shadeOf(`step/${runbook.id}/${step.id}`);
  return runbook.phases.flatMap((phase, index) => {
    const before = phase.starts === 'at-once' ? undefined : runbook.phases[index - 1]?.steps.at(-1);
    const ordered = phase.steps.flatMap((step, place) => {
      const previous = place === 0 ? before : phase.steps[place - 1];
      if (!previous) return [];
      const free = place > 0 && phase.order !== 'sequence';
      const look = free ? 'style=invis' : edgeLook(shadeOfStep(step));
      return [`${nodeOf(previous)} -> ${nodeOf(step)} [${look}, weight=8]`];
    });
    return ordered;
  });
}

/** Outcomes, causes and the time box, with where each leads. */
function leadsOf(runbook: Runbook, shadeOf: ShadeOf): string[] {
  const steps = runbook.phases.flatMap(({ steps: mine }) => mine);
  const lines = steps.flatMap((step) => [
    ...targetsOf(step).map((to) =>
      leadTo(runbook, step, to, '', shadeOf(`jump/${runbook.id}/${step.id}/${to}`)),
    ),
    ...Object.entries(step.outcomes ?? {}).flatMap(([name, outcome]) => {
      const shade = shadeOf(`outcome/${runbook.id}/${step.id}/${name}`);
      const targets = targetsOf(outcome);
      if (targets.length > 0) return targets.map((to) => leadTo(runbook, step, to, plain(name), shade));
      return [endNote(step, name, shade)];
    }),
  ]);
  return [...lines, ...causeEdges(runbook, steps, shadeOf)];
}

const targetsOf = ({
  goto,
  jump,
  opens,
}: {
  goto?: string;
  jump?: string;
  opens?: readonly string[];
}): string[] => [goto, jump, ...(opens ?? [])].filter((target) => target !== undefined);

function causeEdges(runbook: Runbook, steps: readonly Step[], shadeOf: ShadeOf): string[] {
  const { causes } = runbook;
  const reader = steps.find(({ id }) => id === causes?.read_by);
  if (!causes || !reader) return [];
  const found = Object.entries(causes.values).flatMap(([id, { then, jump }]) => {
    const shade = shadeOf(`cause/${runbook.id}/${id}`);
    const targets = [...(then?.slice(0, 1) ?? []), ...(jump === undefined ? [] : [jump])];
    return targets.map((to) => leadTo(runbook, reader, to, `cause: ${plain(id)}`, shade));
  });
  const exit = causes.unknown;
  if (!exit) return found;
  const shade = shadeOf(`cause/${runbook.id}/unknown`);
  return [...found, leadTo(runbook, reader, exit.then, `unknown after ${exit.after}`, shade)];
}

/** To a step of this runbook, or to a note that stands for another one. */
function leadTo(runbook: Runbook, from: Step, to: string, label: string, shade: Shade | undefined): string {
  const here = runbook.phases.some(({ steps }) => steps.some(({ id }) => id === to));
  const edge = `label=${text(`  ${mark(shade)}${label}`, 22)}, ${edgeLook(shade)}, constraint=false`;
  if (here) return `${nodeOf(from)} -> ${quote(`step ${to}`)} [${edge}]`;
  const note = quote(`runbook ${to}`);
  return `${note} [shape=cds, style=filled, fillcolor="#F2F2F2", color="#888888", label=${text(plain(to), 24)}]\n${nodeOf(from)} -> ${note} [${edge.replace(', constraint=false', '')}]`;
}

/** An outcome after which the procedure simply goes on: a small note at its step. */
function endNote(step: Step, name: string, shade: Shade | undefined): string {
  const note = quote(`outcome ${step.id} ${name}`);
  return `${note} [shape=plain, style="", fontsize=10, label=${text(`${mark(shade)}${plain(name)}`, 22)}]\n${nodeOf(step)} -> ${note} [${edgeLook(shade)}, arrowhead=dot, arrowsize=0.5, minlen=1]`;
}

const nodeOf = ({ id }: Step): string => quote(`step ${id}`);

const plain = (id: string): string => id.replaceAll('-', ' ');

/** What nothing shows has a sign before its name. */
const mark = (shade: Shade | undefined): string =>
  shade === 'unreachable' ? '✗ ' : shade === 'unknown' || shade === 'unseen' ? '? ' : '';

const nodeLook = (shade: Shade | undefined): string => {
  const { colour, fill, style, wide } = LOOKS[shade ?? 'unseen'];
  const line = style === 'bold' ? 'solid' : style;
  return `style="rounded,filled,${line}", color="${colour}", fillcolor="${fill}", penwidth=${wide}${shade === 'unreachable' ? ', peripheries=2' : ''}`;
};

const edgeLook = (shade: Shade | undefined): string => {
  const { colour, style, wide } = LOOKS[shade ?? 'unseen'];
  return `style=${style}, color="${colour}", penwidth=${wide}`;
};

/** Below the graph: each look that is used, and what it means. */
function legend(used: readonly Shade[], last: Step | undefined): string[] {
  const shades = (Object.keys(LOOKS) as Shade[]).filter((shade) => used.includes(shade));
  const names = shades.map((shade) => quote(`legend ${shade}`));
  const nodes = shades.map(
    (shade, place) =>
      `${names[place]} [label=${text(LOOKS[shade].words, 40)}, fontsize=10, ${nodeLook(shade)}]`,
  );
  const below = last && names[0] ? [`${nodeOf(last)} -> ${names[0]} [style=invis, minlen=2]`] : [];
  const chain = names.length > 1 ? [`${names.join(' -> ')} [style=invis]`] : [];
  return [...nodes, `{ rank=same; ${names.join('; ')} }`, ...below, ...chain];
}

/** A string of the DOT language, in lines of about this length. */
function text(words: string, width: number): string {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return `"${lines.map(escaped).join('\\n')}"`;
}

/** Nothing of a book is an escape sequence or the end of a string there. */
const escaped = (words: string): string => words.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

const quote = (name: string): string => `"${escaped(name)}"`;
