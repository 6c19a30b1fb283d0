import type { Machine } from '../../kernel/machine.ts';
import type { State } from '../../kernel/state.ts';

/** Where a variable or clock lies in a packed state. A clock is stored one higher, so that off is 0. */
export interface Field {
  readonly word: number;
  readonly shift: number;
  readonly bits: number;
  readonly bias: 0 | 1;
}

/** Fields in the order of a state: variables, then clocks; none crosses a word. */
export interface Layout {
  readonly words: number;
  readonly bits: number;
  readonly fields: readonly Field[];
}

const WORD = 32;

/** The widest first, each into the first word that has room. */
export function layoutOf(machine: Machine): Layout {
  const sizes = [
    ...machine.variables.map(({ size }) => ({ values: size, bias: 0 as const })),
    ...machine.clocks.map(({ cap }) => ({ values: cap + 2, bias: 1 as const })),
  ].map(({ values, bias }, place) => ({ place, bias, bits: Math.max(1, Math.ceil(Math.log2(values))) }));
  const used: number[] = [];
  const fields: Field[] = [];
  for (const { place, bias, bits } of [...sizes].sort((a, b) => b.bits - a.bits || a.place - b.place)) {
    const room = used.findIndex((taken) => taken + bits <= WORD);
    const word = room < 0 ? used.length : room;
    const shift = used[word] ?? 0;
    used[word] = shift + bits;
    fields[place] = { word, shift, bits, bias };
  }
  return { words: Math.max(1, used.length), bits: sizes.reduce((sum, { bits }) => sum + bits, 0), fields };
}

export const maskOf = (bits: number): number => (bits === WORD ? -1 : 2 ** bits - 1) | 0;

export function pack({ words, fields }: Layout, state: State, into: Int32Array, offset: number): void {
  into.fill(0, offset, offset + words);
  fields.forEach(({ word, shift, bias }, place) => {
    into[offset + word] = (into[offset + word] as number) | (((state[place] as number) + bias) << shift);
  });
}

export function unpack({ fields }: Layout, from: Int32Array, offset: number, state: State): void {
  fields.forEach(({ word, shift, bits, bias }, place) => {
    state[place] = (((from[offset + word] as number) >>> shift) & maskOf(bits)) - bias;
  });
}
