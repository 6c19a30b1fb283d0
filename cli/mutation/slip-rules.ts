/** What `mutate` can find; the docs pages and `explain` are printed from this table. Its findings are waived like those of `check`. */
export const SLIP_RULES = {
  'slip-is-noticed': {
    summary: 'Every slip that a policy can have is noticed by something.',
    why: 'A small edit of this line, such as people make on a bad day, passes every rule, every drill and every proof: from then on the book says something else than was meant, and nobody is told. Let a drill expect what the line does, state an invariant on it, or strike the line if nobody would miss it. What may go unnoticed is waived, with an owner, a reason and a last day.',
  },
} as const satisfies Record<string, { readonly summary: string; readonly why: string }>;

export const RULES_OF_SLIPS: readonly string[] = Object.keys(SLIP_RULES);
