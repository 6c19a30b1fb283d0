/** What is checked about the waivers of a book, beside its rules; the docs page and `explain` are printed from this table. */
export const WAIVER_RULES = {
  'waiver-names-a-rule': {
    summary: 'Every waiver names a rule that exists.',
    why: 'A waiver for a rule that is called otherwise waives nothing, and whoever reads the list believes that it does. Correct the name.',
  },
  'waiver-matches-its-finding': {
    summary: 'The fingerprint of every waiver belongs to a finding of its rule.',
    why: 'The sentence that was waived has changed or moved, so the finding is a new one that nobody has looked at. Read it, then waive it anew or mend it.',
  },
  'waiver-is-still-needed': {
    summary: 'No waiver outlives what it waives.',
    why: 'The finding is gone. A waiver that stays behind would hide the next one at the same place, which nobody has looked at. Strike it.',
  },
  'waiver-has-not-expired': {
    summary: 'No waiver is past its last day.',
    why: 'The team promised itself to decide by that day. Decide now, or give a new day and a reason that still holds.',
  },
  'waiver-stands-once': {
    summary: 'No finding is waived twice.',
    why: 'Two waivers for one finding have two owners and two last days: neither owner feels asked, and the finding stays hidden until the later one. Keep one.',
  },
} as const satisfies Record<string, { readonly summary: string; readonly why: string }>;

export type WaiverRuleId = keyof typeof WAIVER_RULES;
