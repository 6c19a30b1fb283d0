import type { Machine } from '../kernel/machine.ts';
import type { Kept } from './abstract/kept.ts';
import type { Asked, AskedModel, Decision, Precision } from './refinement/inquiry.ts';
import type { Budget } from './search/search.ts';

/** What a model looked at, by names, and how it was asked; see `Asked`. */
interface NamedModel {
  readonly looksAt: readonly string[];
  readonly asked?: Asked;
}

export interface NamedPrecision extends NamedModel {
  /** Of each of these groups one has to fail, as a model shows. */
  readonly groups?: readonly (NamedModel & { readonly who: readonly string[] })[];
}

/**
 * How a promise was decided: where a later proof looks first. No verdict rests on it; one that does not fit any more costs time
 * alone.
 */
export interface Clue {
  /** How it was decided whether it breaks. */
  readonly broken?: NamedPrecision;
  /** The random run that breaks it, by its seed. */
  readonly breaksIn?: number;
  /** A drill of the book breaks it with as few. */
  readonly breaksInDrill?: true;
  /** What of that run, or drill, its story can do without: the trials of leaving something out that told it still, by number. */
  readonly calmedBy?: readonly number[];
  /** The random run that calls on it. */
  readonly calledIn?: number;
  /** Nothing more is known, whatever was tried with so many states a search. */
  readonly spent?: number;
  /** How it was decided whether anything calls on it, and whether something does where capabilities are lost. */
  readonly called?: NamedPrecision;
  readonly calledInOutages?: NamedPrecision;
  /** How it was decided whether it breaks there. */
  readonly brokenInOutages?: NamedPrecision;
}

const CLOCK = 'clock ';

/** Names as reports print them, in the order of the machine. */
export const namesOf = (machine: Machine, { variables, clocks }: Kept): string[] => [
  ...inOrder(variables).map((each) => machine.variables[each]?.name ?? ''),
  ...inOrder(clocks).map((each) => `${CLOCK}${machine.clocks[each]?.name ?? ''}`),
];

const inOrder = (indices: ReadonlySet<number>): number[] => [...indices].sort((a, b) => a - b);

const namedModel = (machine: Machine, { kept, asked }: AskedModel): NamedModel => ({
  looksAt: namesOf(machine, kept),
  ...(asked === undefined ? {} : { asked }),
});

export const namedPrecision = (machine: Machine, precision: Precision): NamedPrecision => ({
  ...namedModel(machine, precision),
  ...(precision.groups.length === 0
    ? {}
    : {
        groups: precision.groups.map((group) => ({
          who: namesOf(machine, { variables: group.who, clocks: new Set() }),
          ...namedModel(machine, group),
        })),
      }),
});

/** What of these names the machine still has. */
export function precisionOf(machine: Machine, { looksAt, asked, groups = [] }: NamedPrecision): Precision {
  const keptOf = (some: readonly string[]): Kept => {
    const names = new Set(some);
    const placesOf = (all: readonly { readonly name: string }[], prefix: string): Set<number> =>
      new Set(all.flatMap(({ name }, place) => (names.has(prefix + name) ? [place] : [])));
    return { variables: placesOf(machine.variables, ''), clocks: placesOf(machine.clocks, CLOCK) };
  };
  return {
    kept: keptOf(looksAt),
    asked,
    groups: groups.map((group) => ({
      who: keptOf(group.who).variables,
      kept: keptOf(group.looksAt),
      asked: group.asked,
    })),
  };
}

/** With nobody late there is nothing cheaper to be excluded: the run says it all. */
export function brokenClue(machine: Machine, { precision, found }: Decision): Clue {
  const { seed, calmedBy, drill, cost } = found ?? {};
  const isAll = cost === 0 && (seed !== undefined || drill !== undefined);
  return {
    ...(precision && !isAll ? { broken: namedPrecision(machine, precision) } : {}),
    ...(seed === undefined ? {} : { breaksIn: seed }),
    ...(drill && !isAll ? { breaksInDrill: drill } : {}),
    ...(calmedBy && { calmedBy }),
  };
}

/** As much as was ever tried, where it is not known what the fewest failures are that break it. */
export const spentOn = ({ kind, least, found }: Decision, { states }: Budget, { spent = 0 }: Clue): Clue =>
  kind === 'gave-up' || (kind === 'found' && found?.cost !== least) ? { spent: Math.max(states, spent) } : {};
