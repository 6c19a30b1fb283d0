import { always, type Guard } from '../../kernel/guard.ts';
import { conjunction, disjunction, never } from '../../kernel/simplify.ts';

/** What a coarser model looks at: places of the machine's variables and clocks. Everything else may be anything at any time. */
export interface Kept {
  readonly variables: ReadonlySet<number>;
  readonly clocks: ReadonlySet<number>;
}

export type Atom = Guard & { op: 'is' | 'atLeast' };

export const testAtom = (atom: Atom, value: number): boolean =>
  atom.op === 'is' ? value === atom.value : value >= atom.value;

/** The guard with its atoms replaced; `atom` may answer with always or never, for its plain and its negated form. */
export function mapAtoms(
  guard: Guard,
  atom: (atom: Atom, negated: boolean) => Guard,
  negated = false,
): Guard {
  switch (guard.op) {
    case 'always':
      return negated ? never : always;
    case 'is':
    case 'atLeast':
      return atom(guard, negated);
    case 'not':
      return mapAtoms(guard.guard, atom, !negated);
    case 'all':
    case 'any': {
      const parts = guard.guards.map((part) => mapAtoms(part, atom, negated));
      return (guard.op === 'all') !== negated ? conjunction(parts) : disjunction(parts);
    }
  }
}

export const literal = (atom: Atom, negated: boolean): Guard => (negated ? { op: 'not', guard: atom } : atom);

/** May hold, as far as what is kept tells: weaker than the guard. */
export const mayHold = (guard: Guard, { variables }: Kept): Guard =>
  mapAtoms(guard, (atom, negated) => (variables.has(atom.variable) ? literal(atom, negated) : always));

/** May the guard hold where this variable has this value, whatever others have? */
export function mayBe(guard: Guard, variable: number, value: number, negated = false): boolean {
  switch (guard.op) {
    case 'always':
      return !negated;
    case 'is':
    case 'atLeast':
      return guard.variable !== variable || testAtom(guard, value) !== negated;
    case 'not':
      return mayBe(guard.guard, variable, value, !negated);
    case 'all':
    case 'any':
      return (guard.op === 'all') !== negated
        ? guard.guards.every((part) => mayBe(part, variable, value, negated))
        : guard.guards.some((part) => mayBe(part, variable, value, negated));
  }
}
