import type { Entity } from '../../model/book.ts';
import { parseSeconds } from '../../model/duration.ts';
import type { Inject, ScenarioDocument } from '../../model/generated/types.ts';
import { type At, under } from '../../model/position.ts';
import type { Site } from '../choose/chooser.ts';
import { inIncident, splitIncident } from '../incident-name.ts';
import type { Sites } from './sites.ts';

/** An answer or inject of the script that the run never asked for: a script that no longer fits fails, it never drifts. */
export interface Misfit {
  readonly at: At;
  readonly message: string;
}

/** What the facilitator makes nature do. */
export interface Injects {
  saw(event: string, now: number): void;
  /** Age at which nature moves this site next; conditions are judged when the time has come. */
  age(site: Site): number | undefined;
  /** The way it moves there now. */
  alternative(site: Site): string | undefined;
  /** Asked after the run. */
  misfits(): Misfit[];
}

/** One move of nature. */
interface Move {
  /** With its incident. */
  readonly site: string;
  readonly alternative: string;
  readonly inject: Inject;
  readonly at: At;
  state: 'waiting' | 'made' | 'dropped';
}

/** Seconds at which an event was seen first: by the name it has in the machine, and in whichever incident it was. */
interface Seen {
  readonly here: Map<string, number>;
  readonly anywhere: Map<string, number>;
}

export function injectsOf(scenario: Entity<ScenarioDocument>, sites: Sites): Injects {
  const seen: Seen = { here: new Map(), anywhere: new Map() };
  const wrong: Misfit[] = [];
  const moves = scenario.injects.flatMap((inject, index) => {
    const at = under(scenario.at, 'injects', index);
    return movesOf(inject, index).flatMap(([site, alternative]) => {
      const places = placesOf(sites, inject, site);
      if (places.length === 0)
        wrong.push({
          at,
          message: `${site} is each incident's own: name one of them, ${sites.incidentsWith(site).join(' or ')}`,
        });
      return places.map((place): Move => ({ site: place, alternative, inject, at, state: 'waiting' }));
    });
  });
  return {
    saw: (event, now) => {
      const { name } = splitIncident(event);
      if (!seen.here.has(event)) seen.here.set(event, now);
      if (!seen.anywhere.has(name)) seen.anywhere.set(name, now);
    },
    age: (site) => ageAt(moves, seen, site),
    alternative: (site) => alternativeAt(moves, seen, site),
    misfits: () => [
      ...wrong,
      ...moves
        .filter(({ state }) => state === 'waiting')
        .map(({ at, site }) => ({ at, message: `the run ended before this inject (${site}) came` })),
    ],
  };
}

function movesOf(inject: Inject, index: number): [site: string, alternative: string][] {
  const moves: [string, string][] = inject.text === undefined ? [] : [[`inject/${index}`, 'said']];
  if (inject.signal) moves.push([`signal/${inject.signal.monitor}`, inject.signal.level]);
  if (inject.declare) moves.push([`declare/${inject.declare.severity}`, inject.declare.by]);
  if (inject.fact !== undefined) moves.push([`fact/${inject.fact}`, 'true']);
  if (inject.lose !== undefined) moves.push([`capability/${inject.lose}`, 'lost']);
  if (inject.restore !== undefined) moves.push([`capability/${inject.restore}`, 'restored']);
  return moves;
}

/** Of the incident that is named, unless it is the world's; a fact that is said of none is one of all. None: it has to be said. */
function placesOf(sites: Sites, { incident }: Inject, site: string): readonly string[] {
  const whose = sites.incidentsWith(site);
  if (whose.length === 0 || sites.has(site)) return [site];
  if (incident !== undefined) return [inIncident(incident, site)];
  return site.startsWith('fact/') ? whose.map((each) => inIncident(each, site)) : [];
}

/** Of the incident that the inject is about, or of the world; of any, where it is about none. */
const seenBy = ({ incident }: Inject, { here, anywhere }: Seen, event: string): number | undefined =>
  incident === undefined ? anywhere.get(event) : (here.get(inIncident(incident, event)) ?? here.get(event));

/** Seconds at which an inject comes, as far as is known by now. */
function timeOf(inject: Inject, seen: Seen): number | undefined {
  const { at, after, delay } = inject;
  if (at !== undefined) return parseSeconds(at);
  const anchor = seenBy(inject, seen, after as string);
  return anchor === undefined ? undefined : anchor + parseSeconds(delay ?? '0');
}

function ageAt(moves: Move[], seen: Seen, site: Site): number | undefined {
  for (const move of moves) {
    if (move.site !== site.name || move.state !== 'waiting') continue;
    const { inject } = move;
    const time = timeOf(inject, seen);
    if (time === undefined) continue;
    if (time > site.now) return time - site.start;
    const happened = (event: string) => seenBy(inject, seen, event) !== undefined;
    const { if: wanted, unless } = inject;
    if ((wanted !== undefined && !happened(wanted)) || (unless !== undefined && happened(unless)))
      move.state = 'dropped';
    else return site.now - site.start;
  }
  return undefined;
}

function alternativeAt(moves: Move[], seen: Seen, site: Site): string | undefined {
  const move = moves.find((each) => {
    const time = timeOf(each.inject, seen);
    return each.site === site.name && each.state === 'waiting' && time !== undefined && time <= site.now;
  });
  if (!move) return undefined;
  move.state = 'made';
  return move.alternative;
}
