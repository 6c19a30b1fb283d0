import type { Site } from '../../choose/chooser.ts';

/** One answer, as a scenario states it. */
export interface Given {
  readonly site: string;
  readonly occurrence: number;
  /** Where several people may act, who it is. */
  readonly by: string | undefined;
  /** Seconds from the moment it is possible; undefined with `at` undefined too: never. */
  readonly after: number | undefined;
  /** Seconds since the run began, where it became possible more than once, as with a page that is sent again. */
  readonly at?: number;
  readonly is?: string;
}

/** Writes down the answers of people and machines as a scenario would give them. */
export interface Answers {
  /** Asked when it is answered, this was said: seconds from the moment it is possible; undefined: never. */
  asked(site: Site, after: number | undefined): void;
  /** Asked how, this alternative was named. */
  chose(site: Site, is: string): void;
  /** All that is not as a scenario has it that says nothing. */
  given(): Given[];
}

interface Noted {
  readonly site: Site;
  /** What is said of the time where nothing is; undefined: never. */
  readonly silent: number | undefined;
  /** What was said, by the moment at which it became possible. */
  readonly said: Map<number, number | undefined>;
  is?: string;
}

/** `others`: when those act of whom a scenario says nothing. */
export function makeAnswers(others: 'earliest' | 'latest'): Answers {
  const noted = new Map<string, Noted>();
  const noteOf = (site: Site): Noted => {
    const key = `${site.name}@${byOf(site) ?? ''}#${site.occurrence}`;
    const { lo, hi } = site.window;
    const silent = hi === undefined ? undefined : others === 'earliest' ? lo : hi;
    const note = noted.get(key) ?? { site, silent, said: new Map() };
    noted.set(key, note);
    return note;
  };
  const isNature = ({ window }: Site): boolean => window.owner.kind === 'nature';
  return {
    asked: (site, after) => {
      if (!isNature(site)) noteOf(site).said.set(site.start, after);
    },
    chose: (site, is) => {
      if (!isNature(site)) noteOf(site).is = is;
    },
    given: () => [...noted.values()].flatMap(givenOf),
  };
}

const byOf = ({ window: { owner } }: Site): string | undefined => ('id' in owner ? owner.id : undefined);

function givenOf({ site, silent, said, is }: Noted): Given[] {
  if (is === undefined && [...said.values()].every((after) => after === silent)) return [];
  const [opened, after] = [...said].at(-1) ?? [site.start, silent];
  const isSame = [...said.values()].every((each) => each === after);
  return [
    {
      site: site.name,
      occurrence: site.occurrence,
      by: byOf(site),
      after,
      ...(isSame || after === undefined ? {} : { at: opened + after }),
      ...(is === undefined ? {} : { is }),
    },
  ];
}
