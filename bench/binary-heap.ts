/** Something that is to happen. Earlier time first, then lower rank. */
export interface Timed {
  readonly time: number;
  readonly rank: number;
  readonly run: () => void;
  /** Taken back: it is thrown away when it comes up. */
  cancelled: boolean;
}

const before = (a: Timed, b: Timed): boolean => a.time < b.time || (a.time === b.time && a.rank < b.rank);

export function push(heap: Timed[], item: Timed): void {
  let hole = heap.length;
  heap.push(item);
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const above = heap[parent] as Timed;
    if (!before(item, above)) break;
    heap[hole] = above;
    hole = parent;
  }
  heap[hole] = item;
}

export function pop(heap: Timed[]): Timed | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return first;
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1] as Timed, heap[child] as Timed)) child++;
    const below = heap[child] as Timed;
    if (!before(below, last)) break;
    heap[hole] = below;
    hole = child;
  }
  heap[hole] = last;
  return first;
}
