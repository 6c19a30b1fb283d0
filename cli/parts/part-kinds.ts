import coverage from '../../schemas/reports/coverage.schema.json' with { type: 'json' };
import mutate from '../../schemas/reports/mutate.schema.json' with { type: 'json' };
import prove from '../../schemas/reports/prove.schema.json' with { type: 'json' };
import simulate from '../../schemas/reports/simulate.schema.json' with { type: 'json' };
import { coverageExit } from '../coverage/coverage-exit.ts';
import { type CoverageResult, joinCoverages } from '../coverage/coverage-part.ts';
import type { ExitName } from '../exit-codes.ts';
import { mutationExit } from '../mutation/mutation-exit.ts';
import { joinMutations, type MutationResult } from '../mutation/mutation-part.ts';
import { proofsExit } from '../proofs/proofs-exit.ts';
import { joinProofs, type ProofsResult } from '../proofs/proofs-part.ts';
import { COVERAGE_FORMS } from '../reporters/coverage-forms.ts';
import { MUTATION_FORMS } from '../reporters/mutation-forms.ts';
import { PROOF_FORMS } from '../reporters/proof-forms.ts';
import type { Render } from '../reporters/reporter.ts';
import { SIMULATION_FORMS } from '../reporters/simulation-forms.ts';
import { simulationExit } from '../simulation/simulation-exit.ts';
import { joinSimulations, type SimulationResult } from '../simulation/simulation-part.ts';
import { joinParts, type PartFile } from './join-parts.ts';
import type { Part } from './part.ts';

/** What `merge` has to know of a kind of result. */
interface KindOf<Kind extends string, Result> {
  /** The published shape. */
  readonly schema: object;
  /** Results of all parts, in the order of their numbers, as the result of the whole. */
  readonly join: (results: readonly Result[]) => Result;
  readonly forms: WholeForms<Part<Kind, Result>>;
  readonly exit: (whole: Part<Kind, Result>) => ExitName;
}

type WholeForms<Whole> = Readonly<Record<string, Render<Whole>>> & { readonly text: Render<Whole> };

/** A campaign put together again. */
export interface Joined {
  readonly whole: Part<string, unknown>;
  readonly exit: ExitName;
  readonly forms: WholeForms<Part<string, unknown>>;
}

/** The same for any kind; the schema has said that the parts are of it. */
export interface PartKind {
  readonly schema: object;
  join(parts: readonly PartFile[]): Joined;
}

function kindOf<Kind extends string, Result>({ schema, join, forms, exit }: KindOf<Kind, Result>): PartKind {
  return {
    schema,
    join: (parts) => {
      const whole = joinParts(parts as readonly PartFile<Part<Kind, Result>>[], join);
      return { whole, exit: exit(whole), forms: forms as WholeForms<never> as Joined['forms'] };
    },
  };
}

/** By the word that a part says of itself. */
export const PART_KINDS: ReadonlyMap<string, PartKind> = new Map([
  [
    'simulation',
    kindOf<'simulation', SimulationResult>({
      schema: simulate,
      join: joinSimulations,
      forms: SIMULATION_FORMS,
      exit: simulationExit,
    }),
  ],
  [
    'coverage',
    kindOf<'coverage', CoverageResult>({
      schema: coverage,
      join: joinCoverages,
      forms: COVERAGE_FORMS,
      exit: coverageExit,
    }),
  ],
  [
    'proofs',
    kindOf<'proofs', ProofsResult>({
      schema: prove,
      join: joinProofs,
      forms: PROOF_FORMS,
      exit: proofsExit,
    }),
  ],
  [
    'mutation',
    kindOf<'mutation', MutationResult>({
      schema: mutate,
      join: joinMutations,
      forms: MUTATION_FORMS,
      exit: mutationExit,
    }),
  ],
]);
