/**
 * How many of the places can be filled with different people at the same time, each by one of its candidates: the largest
 * matching, found by augmenting paths.
 */
export function distinctPeople(places: readonly ReadonlySet<string>[]): number {
  const placeOf = new Map<string, number>();

  function fill(place: number, tried: Set<string>): boolean {
    for (const person of places[place] as ReadonlySet<string>) {
      if (tried.has(person)) continue;
      tried.add(person);
      const held = placeOf.get(person);
      if (held === undefined || fill(held, tried)) {
        placeOf.set(person, place);
        return true;
      }
    }
    return false;
  }

  return places.filter((_, place) => fill(place, new Set())).length;
}
