import type { Entity } from '../../../model/book.ts';
import type { ScenarioDocument } from '../../../model/generated/types.ts';
import { type DrillIncident, incidentsOf } from '../../../model/scenario-incidents.ts';
import { inIncident } from '../../incident-name.ts';
import type { Machine, Promised } from '../../kernel/machine.ts';
import { beginWith } from '../../lower/beginning.ts';
import type { IncidentSeed } from '../../lower/incident.ts';
import { runOptionsOf } from '../../replay/replay.ts';
import { scriptOf } from '../../replay/script.ts';
import { fullName } from '../../run/trace.ts';
import type { Given } from '../story/answers.ts';
import type { StoryMove } from '../story/story.ts';
import { breakIn, type Draft, type Theatre } from './act-out-draft.ts';
import { type Recording, recordRun } from './record-run.ts';

/** A drill of the book as it goes in the machine of a proof. */
export interface PlayedDrill {
  readonly recording: Recording;
  /** Nothing happens in it that a run of a proof excludes: nothing is lost from the start, no timer stands still. */
  readonly isRun: boolean;
  readonly starts: string;
  /** The promise that its first expected break is of: a saved story names there what it is about. */
  readonly about: string | undefined;
}

/** A break in a drill of the book, and the calendar start it is told with. */
export interface DrillDraft extends Draft {
  readonly starts: string;
}

/** The drills of these very incidents, played. */
export const playedDrills = (theatre: Theatre): PlayedDrill[] =>
  [...theatre.book.scenarios.values()]
    .filter((drill) => isOf(incidentsOf(drill), theatre.incidents))
    .map((drill) => playedDrill(theatre, drill));

const isOf = (drill: readonly DrillIncident[], asked: readonly IncidentSeed[]): boolean =>
  drill.length === asked.length &&
  drill.every(({ id, runbook }, place) => id === asked[place]?.id && runbook === asked[place]?.runbook);

/** What the promise breaks by in these drills: the fewest failures first, of equals what is about this promise, then the shortest. */
export function drillDrafts(drills: readonly PlayedDrill[], { name }: Promised): DrillDraft[] {
  const isOther = ({ about }: PlayedDrill): number => (about === name ? 0 : 1);
  const length = ({ answers, injects }: Draft): number => answers.length + injects.length;
  return drills
    .flatMap((drill) => {
      const broken = breakIn(drill.recording.run.records, name);
      const { recording, starts } = drill;
      return broken
        ? [{ drill, draft: { ...recording, starts, cost: broken.failed.length, broke: broken.at } }]
        : [];
    })
    .sort(
      (a, b) =>
        a.draft.cost - b.draft.cost ||
        isOther(a.drill) - isOther(b.drill) ||
        length(a.draft) - length(b.draft),
    )
    .map(({ draft }) => draft);
}

/** Does the drill call on the promise, as a run of a proof? */
export const isCalledIn = ({ recording, isRun }: PlayedDrill, { name }: Promised): boolean =>
  isRun &&
  recording.run.records.some((record) => record.kind.startsWith('promise-') && fullName(record) === name);

/** A drill may stop a timer; in a run of a proof none ever stands still. */
const isPossible = ({ windows }: Machine, { site, by, after }: Given): boolean =>
  by !== undefined ||
  windows
    .filter((window) => window.site === site && window.owner.kind === 'machine')
    .every(({ hi }) => hi === undefined || (after ?? Number.POSITIVE_INFINITY) <= hi);

/** Where an incident begins with a fact, the story says it at once. What is said aloud, and what is lost, is no part of it. */
function playedDrill({ book, assumed }: Theatre, drill: Entity<ScenarioDocument>): PlayedDrill {
  const { facts = [], lost = [] } = drill.world ?? {};
  const incidents = incidentsOf(drill);
  const machine = beginWith(assumed, incidents, { facts, lost });
  const { chooser } = scriptOf(drill, machine);
  const others = drill.unscripted === 'latest' ? 'latest' : 'earliest';
  const recording = recordRun(machine, chooser, others, runOptionsOf(book, drill));
  const answers = recording.answers.filter((answer) => isPossible(machine, answer));
  const [about] = drill.expect.breaks;
  return {
    isRun: lost.length === 0 && answers.length === recording.answers.length,
    recording: {
      ...recording,
      answers,
      injects: [...begunWith(incidents, facts), ...recording.injects],
    },
    starts: drill.starts,
    about: about && inIncident(about.incident, about.promise),
  };
}

const begunWith = (incidents: readonly DrillIncident[], facts: readonly string[]): StoryMove[] =>
  incidents.flatMap(({ id, facts: own = [] }) =>
    [...facts, ...own].map(
      (fact): StoryMove => ({
        t: 0,
        site: inIncident(id, `fact/${fact}`),
        window: undefined,
        alternative: 'true',
        owner: 'nature',
        text: '',
      }),
    ),
  );
