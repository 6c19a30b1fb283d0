import type { Entity } from '../../model/book.ts';
import { parseSeconds } from '../../model/duration.ts';
import type { Answer, Behaviour, ScenarioDocument } from '../../model/generated/types.ts';
import { under } from '../../model/position.ts';
import type { Chooser, Site } from '../choose/chooser.ts';
import { inIncident } from '../incident-name.ts';
import type { Machine } from '../kernel/machine.ts';
import { injectsOf, type Misfit } from './injects.ts';
import { type Sites, sitesOf } from './sites.ts';

export interface Script {
  readonly chooser: Chooser;
  /** Asked after the run. */
  misfits(): Misfit[];
}

/** A scenario answers by site name; behaviour by person; the rest at the pace it chooses. Times in seconds, grain 1 s. */
export function scriptOf(scenario: Entity<ScenarioDocument>, machine: Machine): Script {
  const sites = sitesOf(machine);
  const injects = injectsOf(scenario, sites);
  const answers = new Map((scenario.answers ?? []).map((answer) => [siteOf(answer), answer]));
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
    saw: injects.saw,
    window: (site, lo, hi) => {
      if (hi === undefined && site.window.owner.kind === 'nature') return injects.age(site);
      const answer = answerAt(site);
      if (answer?.never) return undefined;
      if (answer?.after !== undefined) return parseSeconds(answer.after);
      if (answer?.at !== undefined) return Math.max(site.now, parseSeconds(answer.at)) - site.start;
      return behaviourAnswer(scenario, site, lo, hi);
    },
    choose: (site, n) => {
      const wanted = injects.alternative(site) ?? answerAt(site)?.is;
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
      used.has(siteOf(answer))
        ? []
        : [{ at: under(scenario.at, 'answers', index), message: nothingAt(sites, answer) }],
    ),
    ...injects.misfits(),
  ];
  return { chooser, misfits };
}

const siteOf = ({ incident, site }: Answer): string => inIncident(incident, site);

/** A site is perhaps there, under the name of an incident that the answer does not say. */
function nothingAt(sites: Sites, answer: Answer): string {
  const [plain = ''] = answer.site.split(/[@#]/);
  const whose = answer.incident === undefined ? sites.incidentsWith(plain) : [];
  return `nothing happened at site ${siteOf(answer)}${whose.length === 0 ? '' : `; name the incident: ${whose.join(' or ')}`}`;
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
  const index = (scenario.answers ?? []).findIndex((answer) => siteOf(answer).split(/[@#]/)[0] === site.name);
  const known = site.window.alternatives.map(({ name }) => name).join(', ');
  return {
    at: index < 0 ? scenario.at : under(scenario.at, 'answers', index, 'is'),
    message: `site ${site.name} has no alternative ${wanted}; it has ${known}`,
  };
}
