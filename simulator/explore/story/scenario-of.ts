import type { Book } from '../../../model/book.ts';
import type { Answer, ExpectedBreak, Inject, ScenarioDocument } from '../../../model/generated/types.ts';
import { splitIncident } from '../../incident-name.ts';
import type { Machine } from '../../kernel/machine.ts';
import { type IncidentSeed, lowerIncidents } from '../../lower/incident.ts';
import { machineBegun, replay } from '../../replay/replay.ts';
import { fullName, type TraceRecord } from '../../run/trace.ts';
import type { ActedOut } from './act-out.ts';
import type { Given } from './answers.ts';
import type { StoryName } from './name-story.ts';
import type { StoryMove } from './story.ts';

/** What a counterexample is about. */
export interface Naming extends StoryName {
  readonly incidents: readonly IncidentSeed[];
  readonly promise: string;
  /** An instant with its offset, as scenarios write it. */
  readonly starts: string;
}

/** A drill, and whether its replay breaks the promise at the same second, with nothing else different. */
interface Drill {
  readonly scenario: ScenarioDocument;
  readonly reproduces: boolean;
}

/**
 * The story as a drill that replays: told by the clock, or else by what happened before each inject within its second.
 *
 * @param whole the machine of the incidents, lowered for stories at one second a grain
 */
export function drillOf(
  book: Book,
  acted: ActedOut,
  naming: Naming,
  whole: Machine = lowerIncidents(book, naming.incidents, { grain: 1 }),
): Drill {
  const byClock = played(book, scenarioOf(acted, naming), whole);
  if (byClock.reproduces) return byClock;
  const byOrder = played(book, scenarioOf(acted, naming, true), whole);
  return byOrder.reproduces ? byOrder : byClock;
}

function played(book: Book, scenario: ScenarioDocument, whole: Machine): Drill {
  const drill = { ...scenario, at: { file: `${scenario.id}.yaml`, path: [] } };
  const { failures } = replay(book, drill, machineBegun(whole, drill));
  return { scenario, reproduces: failures.length === 0 };
}

/**
 * A story as an ordinary scenario: injects for nature, answers for people and machines, and what is then to be expected.
 * `inOrder`: an inject comes after what happened before it within its second; otherwise at its second, before all else.
 */
export function scenarioOf(acted: ActedOut, naming: Naming, inOrder = false): ScenarioDocument {
  const { records } = acted.run;
  return {
    kind: 'scenario',
    id: naming.id,
    title: naming.title,
    ...incidentsIn(naming),
    briefing: naming.briefing,
    starts: naming.starts,
    injects: acted.injects.map((move) => injectOf(move, inOrder ? eventBefore(records, move) : undefined)),
    unscripted: acted.others,
    answers: acted.answers.map(answerOf),
    ends: writeSeconds(acted.broke + 1),
    expect: {
      pages: records
        .filter(({ kind }) => kind === 'page-sent')
        .map((page) => ({ ...whose(page), to: page.subject ?? '', at: writeSeconds(page.t) })),
      breaks: breaksOf(acted, naming),
    },
  };
}

/** What the story is about stands first: readers of a saved story find it there. */
function breaksOf({ run, broke }: ActedOut, { promise, because }: Naming): ExpectedBreak[] {
  const broken = run.records.filter(({ kind }) => kind === 'promise-violated');
  const told = broken.find((record) => record.t === broke && fullName(record) === promise);
  return [...broken.filter((record) => record === told), ...broken.filter((record) => record !== told)].map(
    (record) => ({
      ...whose(record),
      promise: record.event,
      at: writeSeconds(record.t),
      because: record === told ? because : 'It breaks in the same run.',
    }),
  );
}

function incidentsIn({ incidents }: Naming): Pick<ScenarioDocument, 'runbook' | 'incidents'> {
  const named = incidents.flatMap(({ id, runbook }) => (id === undefined ? [] : [{ id, runbook }]));
  const [only] = incidents;
  return only && named.length === 0 ? { runbook: only.runbook } : { incidents: named };
}

const whose = ({ incident }: { readonly incident?: string }) => (incident === undefined ? {} : { incident });

/** A duration as scenarios write it: one number, the largest unit that is exact. */
function writeSeconds(seconds: number): string {
  const units = [
    ['d', 86_400],
    ['h', 3600],
    ['m', 60],
  ] as const;
  const fit = seconds === 0 ? undefined : units.find(([, length]) => seconds % length === 0);
  return fit ? `${seconds / fit[1]}${fit[0]}` : `${seconds}s`;
}

const answerOf = ({ site, occurrence, by, is, ...time }: Given): Answer => ({
  ...whose(splitIncident(site)),
  site: `${splitIncident(site).name}${by === undefined ? '' : `@${by}`}#${occurrence}`,
  ...timeOf(time),
  ...(is === undefined ? {} : { is }),
});

function timeOf({ after, at }: Pick<Given, 'after' | 'at'>): Pick<Answer, 'after' | 'at' | 'never'> {
  if (at !== undefined) return { at: writeSeconds(at) };
  return after === undefined ? { never: true } : { after: writeSeconds(after) };
}

/** Sites of nature are the names of injects (D30). */
function injectOf({ site: full, alternative, t }: StoryMove, after: string | undefined): Inject {
  const { name: site, ...rest } = splitIncident(full);
  const time = after === undefined ? { at: writeSeconds(t) } : { after };
  return { ...whose(rest), ...time, ...moveOf(site, alternative) };
}

/** The last event of its second that happened before it and never before that: what an inject can wait for. */
function eventBefore(records: readonly TraceRecord[], { site, t }: StoryMove): string | undefined {
  const { incident } = splitIncident(site);
  const itself = records.find((record) => record.t === t && record.site === site);
  const first = new Map<string, TraceRecord>();
  for (const record of records)
    if (isEvent(record) && !first.has(fullName(record))) first.set(fullName(record), record);
  return [...first.values()]
    .filter((each) => each.t === t && itself && each.seq < itself.seq)
    .filter((each) => incident === undefined || each.incident === undefined || each.incident === incident)
    .at(-1)?.event;
}

const isEvent = ({ kind }: TraceRecord): boolean => kind !== 'failed' && !kind.startsWith('promise-');

function moveOf(site: string, alternative: string | undefined): Omit<Inject, 'at' | 'after'> {
  const slash = site.indexOf('/');
  const name = site.slice(slash + 1);
  switch (site.slice(0, slash)) {
    case 'signal':
      return { signal: { monitor: name, level: alternative ?? 'ok' } };
    case 'declare':
      return { declare: { severity: name, by: alternative ?? '' } };
    case 'fact':
      return { fact: name };
    case 'capability':
      return alternative === 'lost' ? { lose: name } : { restore: name };
    default:
      throw new Error(`no inject moves ${site}`);
  }
}
