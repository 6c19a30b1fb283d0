/** What `prove` can find; the docs pages and `explain` are printed from this table. Its findings are waived like those of `check`. */
export const PROOF_RULES = {
  'promise-is-kept': {
    summary: 'Every promise survives as many failures as it must.',
    why: 'The prover found people who all keep the pace that the book assumes, save those whom the promise must survive, and still the promise breaks: no effort on the day will keep it. Mend the procedure, promise less, or say with `tolerate` how many failures it must survive. What cannot be mended yet is waived by name, with an owner, a reason and a last day, and its story is kept as a drill: `drillbook prove --save` writes it.',
  },
  'promise-survives-as-recorded': {
    summary: 'No promise survives less than is recorded of it.',
    why: '`drillbook prove --record` writes what each promise survives, in the incident of each runbook, to `policies/BOOK/tolerances.yaml`: a backup, an approval or a page that nobody demands by name is seen there. A change that takes some of it away is told with the story of the break, so that whoever reads the change sees what it costs. If it is meant, record anew: the lines that differ belong in the same change.',
  },
  'promise-can-be-called': {
    summary: 'Every promise is called on in some incident.',
    why: 'No run of any runbook, whoever fails and whatever nature does, ever starts this promise: whoever relies on it is protected by nothing. Most often the event that it waits for cannot happen any more, or its condition contradicts itself.',
  },
  'consequences-settle': {
    summary: 'What follows by itself comes to rest.',
    why: 'Two things that happen by themselves keep each other going in one instant. No run that gets there can be played on, so nothing can be proved about it.',
  },
} as const satisfies Record<string, { readonly summary: string; readonly why: string }>;

export const RULES_OF_PROOFS: readonly string[] = Object.keys(PROOF_RULES);

export type ProofRuleId = keyof typeof PROOF_RULES;
