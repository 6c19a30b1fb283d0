import type { Entity } from '../../model/book.ts';
import { parseSeconds } from '../../model/duration.ts';
import type { Answer, Behaviour, Inject, ScenarioDocument } from '../../model/generated/types.ts';
import { type At, under } from '../../model/position.ts';
import type { Chooser, Site } from '../choose/chooser.ts';

/** An answer or inject of the script that the run never asked for: a script that no longer fits fails, it never drifts. */
export interface Misfit {
  readonly at: At;
  readonly message: string;
}

export interface Script {
  readonly chooser: Chooser;
  /** Asked after the run. */
  misfits(): Misfit[];
}

/** One move of nature that the facilitator makes. */
interface Move {
  readonly site: string;
  readonly alternative: string;
  readonly inject: Inject;
  readonly at: At;
  state: 'waiting' | 'made' | 'dropped';
}

/** A scenario answers by site name; behaviour by person; the rest at the pace it chooses. Times in seconds, grain 1 s. */
export function scriptOf(scenario: Entity<ScenarioDocument>): Script {
  const moves = scenario.injects.flatMap((inject, index) =>
    movesOf(inject, index).map(
      ([site, alternative]): Move => ({
        site,
        alternative,
        inject,
        at: under(scenario.at, 'injects', index),
        state: 'waiting',
      }),
    ),
  );
  const seen = new Map<string, number>();
  const answers = new Map((scenario.answers ?? []).map((answer) => [answer.site, answer]));
  const used = new Set<string>();
  const wrong: Misfit[] = [];

  const answerAt = (site: Site): Answer | undefined => {
    const { owner } = site.window;
    const mine = 'id' in owner ? [`${site.name}@${owner.id}`] : [];
    const keys = [...mine, site.name].flatMap((name) => [`${name}#${site.occurrence}`, name]);
    const key = keys.find((each) => answers.has(each)) ?? site.name;
    const answer = answers.get(key);
    if (answer) used.add(key);
    return answer;
  };

  const chooser: Chooser = {
    saw: (event, now) => {
      if (!seen.has(event)) seen.set(event, now);
    },
    window: (site, lo, hi) => {
      if (hi === undefined && site.window.owner.kind === 'nature') return natureAnswer(moves, seen, site);
      const answer = answerAt(site);
      if (answer?.never) return undefined;
      if (answer?.after !== undefined) return parseSeconds(answer.after);
      return behaviourAnswer(scenario, site, lo, hi);
    },
    choose: (site, n) => {
      const wanted = wantedAlternative(moves, seen, site) ?? answerAt(site)?.is;
      if (wanted === undefined) return 0;
      const index = site.window.alternatives.findIndex(({ name }) => name === wanted);
      if (index >= 0 && index < n) return index;
      wrong.push(unknownAlternative(scenario, site, wanted));
      return 0;
    },
  };
  const misfits = (): Misfit[] => [
    ...wrong,
    ...(scenario.answers ?? []).flatMap((answer, index) =>
      used.has(answer.site)
        ? []
        : [{ at: under(scenario.at, 'answers', index), message: `nothing happened at site ${answer.site}` }],
    ),
    ...moves
      .filter(({ state }) => state === 'waiting')
      .map(({ at, site }) => ({ at, message: `the run ended before this inject (${site}) came` })),
  ];
  return { chooser, misfits };
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

/** Seconds at which an inject comes, as far as is known by now. */
function timeOf({ at, after, delay }: Inject, seen: ReadonlyMap<string, number>): number | undefined {
  if (at !== undefined) return parseSeconds(at);
  const anchor = seen.get(after as string);
  return anchor === undefined ? undefined : anchor + parseSeconds(delay ?? '0');
}

/** Age at which nature moves this site next; conditions are judged when the time has come. */
function natureAnswer(moves: Move[], seen: ReadonlyMap<string, number>, site: Site): number | undefined {
  for (const move of moves) {
    if (move.site !== site.name || move.state !== 'waiting') continue;
    const time = timeOf(move.inject, seen);
    if (time === undefined) continue;
    if (time > site.now) return time - site.start;
    const { if: wanted, unless } = move.inject;
    if ((wanted !== undefined && !seen.has(wanted)) || (unless !== undefined && seen.has(unless)))
      move.state = 'dropped';
    else return site.now - site.start;
  }
  return undefined;
}

function wantedAlternative(moves: Move[], seen: ReadonlyMap<string, number>, site: Site): string | undefined {
  const move = moves.find((each) => {
    const time = timeOf(each.inject, seen);
    return each.site === site.name && each.state === 'waiting' && time !== undefined && time <= site.now;
  });
  if (!move) return undefined;
  move.state = 'made';
  return move.alternative;
}

/** What nobody is bound to do happens only where the scenario says so by name, save the late answer to a page. */
function behaviourAnswer(
  scenario: ScenarioDocument,
  site: Site,
  lo: number,
  hi: number | undefined,
): number | undefined {
  const { owner } = site.window;
  const behaviour = owner.kind === 'person' ? scenario.people?.[owner.id] : undefined;
  if (behaviour?.unreachable) return undefined;
  const decision = hi === undefined && site.window.doing === 'act';
  if (decision) return undefined;
  const age = stated(behaviour, site) ?? unscripted(scenario, lo, hi);
  const until = behaviour?.unreachable_until;
  if (until === undefined) return age;
  return Math.max(age ?? 0, parseSeconds(until) - site.start);
}

function stated(behaviour: Behaviour | undefined, site: Site): number | undefined {
  const { doing } = site.window;
  const text =
    doing === 'acknowledge'
      ? behaviour?.acknowledges
      : doing === 'act'
        ? behaviour?.acts
        : doing === 'step'
          ? behaviour?.works
          : undefined;
  return text === undefined ? undefined : parseSeconds(text);
}

/** At the earliest, middle or latest time that the pace allows; a free window is left alone. */
function unscripted(
  { unscripted: when }: ScenarioDocument,
  lo: number,
  hi: number | undefined,
): number | undefined {
  if (hi === undefined) return undefined;
  return when === 'latest' ? hi : when === 'middle' ? Math.floor((lo + hi) / 2) : lo;
}

function unknownAlternative(scenario: Entity<ScenarioDocument>, site: Site, wanted: string): Misfit {
  const index = (scenario.answers ?? []).findIndex((answer) => answer.site.split(/[@#]/)[0] === site.name);
  const known = site.window.alternatives.map(({ name }) => name).join(', ');
  return {
    at: index < 0 ? scenario.at : under(scenario.at, 'answers', index, 'is'),
    message: `site ${site.name} has no alternative ${wanted}; it has ${known}`,
  };
}
