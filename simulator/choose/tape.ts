import type { Chooser, Site } from './chooser.ts';

/** Marks on a tape are numbers from 0 to this; 0 is calm, and so is whatever comes after the end of the tape. */
export const HIGHEST_MARK = 15;

/** What the marks of a bounded window say: 0 at once, 1 on the bell, up to 12 somewhere between, more than that: never. */
const ON_THE_BELL = 1;
const BETWEEN = 12;

/** What the marks of a free window of nature say: seconds from when it can happen; any lower mark: not. */
const FREE: ReadonlyMap<number, number> = new Map([
  [12, 0],
  [13, 300],
  [14, 3600],
  [15, 14_400],
]);

/** One answer that is not the calm one, by the name of its site. */
export interface TapeAnswer {
  readonly site: string;
  readonly occurrence: number;
  readonly by: string | undefined;
  /** Grains; undefined: never. */
  readonly after: number | undefined;
  readonly is?: string;
}

export interface TapeChooser extends Chooser {
  /** The answers of people and machines that were not the calm ones, in the order in which they were asked. */
  answers(): TapeAnswer[];
}

/** How the incident begins, and what nature may do beside that. */
export interface TapeWorld {
  readonly begins: { readonly site: string; readonly alternative: string };
  /** Nothing free happens before this event: until then it would be another incident. */
  readonly from: string;
  /** Free windows that may happen at all. */
  mayHappen(site: Site): boolean;
}

/**
 * Every difference between runs is read off one tape, a mark at a time: a shorter tape of smaller marks is a calmer run, so that
 * whatever shrinks lists of numbers shrinks stories. A site that is asked again about the same occurrence gets the same answer, as
 * a scenario would give it.
 */
export function tapeChooser(tape: readonly number[], { begins, from, mayHappen }: TapeWorld): TapeChooser {
  const given = new Map<string, { readonly answer: TapeAnswer; readonly calm: boolean }>();
  const decided = new Map<unknown, number | undefined>();
  let place = 0;
  let begun = false;
  let open = false;
  const next = (): number => tape[place++] ?? 0;
  const keyOf = ({ name, occurrence, window: { owner } }: Site): string =>
    `${name}@${'id' in owner ? owner.id : ''}#${occurrence}`;
  const note = (site: Site, age: number | undefined): void => {
    const { owner, lo } = site.window;
    const by = 'id' in owner ? owner.id : undefined;
    const answer = { site: site.name, occurrence: site.occurrence, by, after: age };
    given.set(keyOf(site), { answer, calm: age === lo });
  };
  const free = (site: Site, lo: number): number | undefined => {
    if (site.window.owner.kind !== 'nature') return undefined;
    if (!begun && site.name === begins.site) return 0;
    if (!open || !mayHappen(site)) return undefined;
    if (site.again) return decided.get(site.window);
    const wait = FREE.get(next());
    const age = wait === undefined ? undefined : site.now - site.start + lo + wait;
    decided.set(site.window, age);
    return age;
  };
  return {
    saw: (event) => {
      open ||= event === from;
    },
    answers: () => [...given.values()].filter(({ calm }) => !calm).map(({ answer }) => answer),
    window: (site, lo, hi) => {
      if (hi === undefined) return free(site, lo);
      const known = given.get(keyOf(site));
      if (known) return known.answer.after;
      const isHuman = 'id' in site.window.owner;
      const age = ageOf(next(), lo, hi, isHuman);
      note(site, age);
      return age;
    },
    choose: (site, n) => {
      if (!begun && site.name === begins.site) {
        begun = true;
        return Math.max(
          0,
          site.window.alternatives.findIndex(({ name }) => name === begins.alternative),
        );
      }
      const index = next() % n;
      const known = given.get(keyOf(site));
      const is = site.window.alternatives[index]?.name;
      if (known && index > 0 && is !== undefined)
        given.set(keyOf(site), { answer: { ...known.answer, is }, calm: false });
      return index;
    },
  };
}

function ageOf(mark: number, lo: number, hi: number, mayMiss: boolean): number | undefined {
  if (mark === 0) return lo;
  if (mark > BETWEEN) return mayMiss ? undefined : hi;
  return mark === ON_THE_BELL ? hi : lo + Math.floor(((hi - lo) * (mark - 1)) / BETWEEN);
}
