/** Packed states in the order in which they were found, each once, stored exactly; found again by open addressing. */
export interface StateTable {
  readonly size: number;
  /** Words of all states, one after the other; replaced when it grows. */
  readonly states: Int32Array;
  /** For each state, the one it was found from. */
  readonly parents: Int32Array;
  /** The number of a state, newly given if it was not there: then `size` has grown. */
  insert(from: Int32Array, offset: number, parent: number): number;
  /** Bytes held in all. */
  bytes(): number;
}

/** Slots are at most so full, and room for states grows by so much: four words are held in 32 bytes, whenever one looks. */
const FULL = 4 / 5;
const MORE = 1.1;
const FIRST = 1 << 8;
/** Up to here it doubles: most tables stay small. */
const SMALL = 1 << 12;

export function makeStateTable(words: number): StateTable {
  let capacity = FIRST;
  let states = new Int32Array(capacity * words);
  let parents = new Int32Array(capacity);
  let slots = new Int32Array(FIRST * 2);
  let size = 0;

  const hash = (from: Int32Array, offset: number): number => {
    let mixed = 0x9e3779b9 | 0;
    for (let word = 0; word < words; word++) {
      mixed = Math.imul(mixed ^ (from[offset + word] as number), 0x85ebca6b);
      mixed ^= mixed >>> 13;
      mixed = Math.imul(mixed, 0xc2b2ae35);
      mixed ^= mixed >>> 16;
    }
    return mixed;
  };
  /** The slot that holds this state, or the empty one that may take it. */
  const slotOf = (from: Int32Array, offset: number): number => {
    const mask = slots.length - 1;
    for (let slot = hash(from, offset) & mask; ; slot = (slot + 1) & mask) {
      const held = (slots[slot] as number) - 1;
      if (held < 0) return slot;
      let word = 0;
      while (word < words && states[held * words + word] === from[offset + word]) word++;
      if (word === words) return slot;
    }
  };
  const growStates = (): void => {
    capacity = Math.ceil(capacity * (capacity < SMALL ? 2 : MORE));
    const wider = new Int32Array(capacity * words);
    wider.set(states);
    states = wider;
    const longer = new Int32Array(capacity);
    longer.set(parents);
    parents = longer;
  };
  const growSlots = (): void => {
    slots = new Int32Array(slots.length * 2);
    for (let state = 0; state < size; state++) slots[slotOf(states, state * words)] = state + 1;
  };

  return {
    get size() {
      return size;
    },
    get states() {
      return states;
    },
    get parents() {
      return parents;
    },
    insert(from, offset, parent) {
      const slot = slotOf(from, offset);
      const held = slots[slot] as number;
      if (held > 0) return held - 1;
      if (size === capacity) growStates();
      for (let word = 0; word < words; word++) states[size * words + word] = from[offset + word] as number;
      parents[size] = parent;
      slots[slot] = ++size;
      if (size > slots.length * FULL) growSlots();
      return size - 1;
    },
    bytes: () => (states.length + parents.length + slots.length) * Int32Array.BYTES_PER_ELEMENT,
  };
}
