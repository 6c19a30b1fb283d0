/** What `coverage` can find; the docs page and `explain` are printed from this table. Its findings are waived like those of `check`. */
export const COVERAGE_RULES = {
  'everything-stated-can-happen': {
    summary: 'Everything that the book states can happen in some incident.',
    why: 'A search through every run of every incident, whoever is late and whatever nature does, never gets there: the step is never taken, the page never moves on, the authority is never used. Either the line is dead, and whoever reads it in an incident loses time, or something that should lead there is missing. Strike the line, or mend what leads to it.',
  },
} as const satisfies Record<string, { readonly summary: string; readonly why: string }>;

/** `check` leaves their waivers to `coverage`. */
export const RULES_OF_COVERAGE: readonly string[] = Object.keys(COVERAGE_RULES);

export const UNREACHABLE = 'everything-stated-can-happen';
