/**
 * Takes out of a story whatever it does not need, halves first and single parts last (delta debugging, Zeller and Hildebrandt
 * 2002), until no single part can go.
 *
 * @param story the story with all of its parts
 * @param trial plays a story of some of the parts; undefined: that is not the story any more
 */
export function calmDown<Part, Story>(
  story: Story,
  parts: readonly Part[],
  trial: (parts: readonly Part[]) => Story | undefined,
): Story {
  let [kept, best] = [parts, story];
  for (let size = Math.ceil(parts.length / 2); ; size = Math.ceil(size / 2)) {
    const before = kept.length;
    for (let from = 0; from < kept.length; ) {
      const fewer = [...kept.slice(0, from), ...kept.slice(from + size)];
      const told = trial(fewer);
      if (told) [kept, best] = [fewer, told];
      else from += size;
    }
    if (size <= 1 && kept.length === before) return best;
  }
}

/** Puts a simpler part in the place of each that has one and that the story can do with, the simplest first. */
export function tidyUp<Part, Story>(
  story: Story,
  parts: readonly Part[],
  simplerOf: (part: Part) => readonly Part[],
  trial: (parts: readonly Part[]) => Story | undefined,
): Story {
  let [kept, best] = [parts, story];
  for (const [place, part] of parts.entries())
    for (const simpler of simplerOf(part)) {
      const tidier = kept.with(place, simpler);
      const told = trial(tidier);
      if (!told) continue;
      [kept, best] = [tidier, told];
      break;
    }
  return best;
}
