import type { Book } from '../../../model/book.ts';
import { DECLARED } from '../../../model/events.ts';
import type { Machine, Promised } from '../../kernel/machine.ts';
import type { IncidentSeed } from '../../lower/incident.ts';
import { playScenario } from '../../replay/replay.ts';
import { fullName, type TraceRecord } from '../../run/trace.ts';
import type { ActedOut } from '../story/act-out.ts';
import type { Given } from '../story/answers.ts';
import { scenarioOf } from '../story/scenario-of.ts';
import type { Start } from '../story/starts.ts';
import type { StoryMove } from '../story/story.ts';
import { calmDown, tidyUp } from './calm-down.ts';
import type { Recording } from './record-run.ts';

/** Where a draft is played again. */
export interface Theatre {
  readonly book: Book;
  readonly incidents: readonly IncidentSeed[];
  readonly whole: Machine;
  /** The machine that the draft was recorded in. */
  readonly assumed: Machine;
  readonly starts: readonly Start[];
}

/** A run that breaks a promise, as a story that may hold more than it needs. */
export interface Draft extends Recording {
  /** How many bounds were missed before. */
  readonly cost: number;
  /** Seconds at which the promise broke. */
  readonly broke: number;
}

/** A break as it goes in the whole machine, on a real calendar, with nothing in it that it does not need. */
export interface Seen {
  readonly cost: number;
  readonly acted: ActedOut;
}

/** A story with nothing in it that it does not need, and the numbers of the trials that made it so. */
export interface Calm extends Seen {
  readonly calmedBy: readonly number[];
}

/** What a draft is acted out with. */
interface Acting {
  /** Days and times to try; absent: those of the theatre. */
  readonly starts?: readonly string[];
  /** The trials that told the story before: the others are not made again, if it is told still. */
  readonly calmedBy?: readonly number[] | undefined;
}

/** undefined: on none of these calendar starts does it happen as it is drafted. */
export function actOutDraft(
  theatre: Theatre,
  promise: Promised,
  draft: Draft,
  { starts = theatre.starts.map(({ text }) => text), calmedBy }: Acting = {},
): Calm | undefined {
  for (const start of starts) {
    const first = played(theatre, promise, { ...draft, failed: [], starts: start }, draft.cost);
    if (!first) continue;
    const final =
      asBefore(theatre, promise, first, calmedBy) ?? calmed(first, playing(theatre, promise, first));
    const told = played({ ...theatre, assumed: theatre.whole }, promise, final.acted, final.cost);
    if (told?.acted.broke === final.acted.broke) return final;
  }
  return undefined;
}

type Trial = (parts: readonly Part[], number: number) => Seen | undefined;

function playing(theatre: Theatre, promise: Promised, first: Seen): Trial {
  let { cost } = first;
  return (parts) => {
    const seen = played(theatre, promise, withParts(first.acted, parts), cost);
    cost = seen?.cost ?? cost;
    return seen;
  };
}

/** The same trials as before are taken to tell the story, and no others; whether they do is seen in the end. */
function asBefore(
  theatre: Theatre,
  promise: Promised,
  first: Seen,
  calmedBy: readonly number[] | undefined,
): Calm | undefined {
  if (!calmedBy) return undefined;
  const told = new Set(calmedBy);
  const { acted } = calmed(first, (parts, number) =>
    told.has(number) ? { cost: first.cost, acted: withParts(first.acted, parts) } : undefined,
  );
  const seen = played(theatre, promise, acted, first.cost);
  return seen && { ...seen, calmedBy };
}

function calmed(first: Seen, trial: Trial): Calm {
  const calmedBy: number[] = [];
  let number = 0;
  const numbered = (parts: readonly Part[]): Seen | undefined => {
    const seen = trial(parts, number);
    if (seen) calmedBy.push(number);
    number++;
    return seen;
  };
  const calm = calmDown(first, partsOf(first.acted), numbered);
  const tidy = tidyUp(calm, partsOf(calm.acted), rounder, numbered);
  // Who now answers later may not be asked again before the break: what he would have said then goes too.
  const final = calmDown(tidy, partsOf(tidy.acted), numbered);
  return { ...final, calmedBy };
}

/** How a promise first breaks in a run, once an incident has been declared: until then it is nobody's. */
export function breakIn(
  records: readonly TraceRecord[],
  promise: string,
): { readonly at: number; readonly failed: readonly TraceRecord[] } | undefined {
  const broken = records.find((record) => record.kind === 'promise-violated' && fullName(record) === promise);
  if (!broken || !records.some(({ event, seq }) => event === DECLARED && seq < broken.seq)) return undefined;
  return { at: broken.t, failed: records.filter(({ kind, seq }) => kind === 'failed' && seq < broken.seq) };
}

/** What may be taken out of a story. */
type Part = { readonly answer: Given } | { readonly inject: StoryMove };

const MINUTE = 60;

/** What nature does rather at once or at a full minute, what people do rather on the bell or at a full minute. */
function rounder(part: Part): Part[] {
  if ('inject' in part) {
    const { inject } = part;
    return [0, inject.t - (inject.t % (5 * MINUTE)), inject.t - (inject.t % MINUTE)]
      .filter((t) => t < inject.t)
      .map((t) => ({ inject: { ...inject, t } }));
  }
  const { answer } = part;
  const { after, at, by } = answer;
  const time = at ?? after;
  // A machine that is late misses no bound that anybody counts.
  if (time === undefined || by === undefined) return [];
  return [5 * MINUTE, MINUTE]
    .map((step) => Math.ceil(time / step) * step)
    .filter((later) => later > time)
    .map((later) => ({ answer: { ...answer, ...(at === undefined ? { after: later } : { at: later }) } }));
}

const partsOf = ({ answers, injects }: ActedOut): Part[] => [
  ...answers.map((answer) => ({ answer })),
  ...injects.map((inject) => ({ inject })),
];

const withParts = (acted: ActedOut, parts: readonly Part[]): ActedOut => ({
  ...acted,
  answers: parts.flatMap((part) => ('answer' in part ? part.answer : [])),
  injects: parts.flatMap((part) => ('inject' in part ? part.inject : [])),
});

/** The story as a scenario, played; undefined if the promise does not break, or only with more failures. */
function played(theatre: Theatre, promise: Promised, acted: ActedOut, atMost: number): Seen | undefined {
  const { book, incidents, assumed } = theatre;
  const { name, text } = promise;
  const named = { id: 'seen', title: name, briefing: text, because: text, incidents, promise: name };
  const scenario = scenarioOf(acted, { ...named, starts: acted.starts });
  const { run } = playScenario(
    book,
    { ...scenario, at: { file: 'seen.yaml', path: [] } },
    undefined,
    assumed,
  );
  const broken = breakIn(run.records, name);
  if (!broken) return undefined;
  // Again, to where its drill ends.
  if (broken.at !== acted.broke) return played(theatre, promise, { ...acted, broke: broken.at }, atMost);
  const { failed } = broken;
  if (failed.length > atMost) return undefined;
  const late = [...new Set(failed.flatMap(({ by }) => by ?? []))];
  return { cost: failed.length, acted: { ...acted, run, broke: broken.at, failed: late } };
}
