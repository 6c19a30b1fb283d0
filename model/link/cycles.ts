/** A circle as the nodes along it; the last leads to the first. */
export type Cycle = readonly string[];

/** At least one circle wherever there is any; a node stands in at most one. Linear, and never recursive. */
export function findCycles(edges: ReadonlyMap<string, readonly string[]>): Cycle[] {
  const live = withoutDeadEnds(edges);
  const done = new Set<string>();
  const cycles: Cycle[] = [];
  for (const start of live.keys()) {
    const trail: string[] = [];
    const place = new Map<string, number>();
    let node = start;
    while (!done.has(node)) {
      done.add(node);
      place.set(node, trail.length);
      trail.push(node);
      node = live.get(node)?.[0] as string; // what is left always leads on
    }
    const begin = place.get(node);
    if (begin !== undefined) cycles.push(trail.slice(begin));
  }
  return cycles;
}

/** Takes away every node that leads nowhere, until each one left leads to another that is left. */
function withoutDeadEnds(edges: ReadonlyMap<string, readonly string[]>): Map<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  const left = new Map<string, number>();
  for (const [node, targets] of edges) {
    const known = targets.filter((target) => edges.has(target));
    left.set(node, known.length);
    for (const target of known) sources.set(target, [...(sources.get(target) ?? []), node]);
  }
  const dead = [...left.keys()].filter((node) => left.get(node) === 0);
  for (const node of dead) {
    for (const source of sources.get(node) ?? []) {
      const rest = (left.get(source) as number) - 1;
      left.set(source, rest);
      if (rest === 0) dead.push(source);
    }
  }
  const gone = new Set(dead);
  const kept = [...edges].filter(([node]) => !gone.has(node));
  return new Map(
    kept.map(([node, targets]) => [node, targets.filter((target) => edges.has(target) && !gone.has(target))]),
  );
}
