/** A comparison between the places where a code stands. */
export interface ContractRule {
  readonly summary: string;
  readonly why: string;
}

/** Every finding about a contract names one of these. The first five are the rungs of the ladder, from below. */
export const CONTRACT_RULES = {
  'code-is-declared': {
    summary: 'Every code that is returned, documented or tried is declared by the source.',
    why: 'A number that no table holds has no meaning that anybody agreed on.',
  },
  'code-is-documented': {
    summary: 'Every declared code has a row in its sheet, and in the doc comment where that lists codes.',
    why: 'The sheet is what the person on call reads; a code that it lacks is looked up in vain.',
  },
  'code-has-a-vector': {
    summary: 'Every active code is the expected answer of at least one test vector.',
    why: 'A code without a vector can be lost, or come to mean something else, and no test turns red.',
  },
  'code-is-returned': {
    summary: 'Every active code is really returned, by a return in the text and in a run of its vectors.',
    why: 'A documented code that is never returned makes people wait for a signal that cannot come.',
  },
  'code-is-handled': {
    summary: 'Every code is handled in each runbook that calls the check, and leads to a runbook.',
    why: 'An answer without a branch leaves the person who got it without a next step.',
  },
  'code-keeps-its-meaning': {
    summary: 'The source, its doc comment and the sheet say the same of a code.',
    why: 'Two meanings for one number mean that somebody acts on the wrong one. Spaces, dashes, marks, case and a trailing full stop do not count.',
  },
  'code-keeps-its-number': {
    summary: 'A code has one number, wherever it stands.',
    why: 'A program that compares with the old number takes the new one for another answer.',
  },
  'code-keeps-its-name': {
    summary: 'A code has one name, wherever it stands.',
    why: 'Branches of runbooks are keyed by the name.',
  },
  'code-stands-once': {
    summary: 'No number and no name stands twice in one place.',
    why: 'Which of the two is meant depends on the order in which somebody reads.',
  },
  'reserved-code-stays-unused': {
    summary: 'A number that was given up is never given to another code.',
    why: 'Old callers still know it by its old meaning.',
  },
  'return-names-its-code': {
    summary: 'A return uses the constant of its code, never the bare number.',
    why: 'A bare number keeps its old value when the table changes, and no search for the code finds it.',
  },
  'return-can-be-read': {
    summary: 'Every return of the function can be resolved from the text.',
    why: 'What is computed at run time may be a number that no table knows.',
  },
  'return-can-be-reached': {
    summary: 'No return stands where no run gets to.',
    why: 'Dead code looks like a promise that is kept.',
  },
  'precedence-is-documented': {
    summary: 'The registry states the order in which the function asks, and the text follows it.',
    why: 'An input may be wrong in two ways at once: the order decides which code names it.',
  },
  'exit-table-agrees': {
    summary: 'Every code has one exit status, and 0 stands for success alone.',
    why: 'A gate reads the exit status: a refused signature that exits 0 opens it.',
  },
  'code-is-no-exit-status': {
    summary: 'A return code is never passed through as the exit status of a process.',
    why: 'The number of an invalid signature is 0, which every shell reads as success.',
  },
  'registry-names-codes': {
    summary: 'Every code that the registry or a branch names is one of the contract.',
    why: 'A misspelt name guards nothing.',
  },
  'vector-tells-the-truth': {
    summary: 'A vector that is run gives the code that it expects.',
    why: 'Either the vector or the code is wrong, and the person on call trusts both.',
  },
  'page-is-current': {
    summary: 'The generated part of a page says what the contract says.',
    why: 'A page that lags behind is worse than none: it is believed.',
  },
  'version-is-raised': {
    summary:
      'A code that was added raises the second number of the version; one that changed or went, the first.',
    why: 'Callers pin the first number and read the change log when it moves.',
  },
  'contract-source-is-readable': {
    summary: 'The files of a contract are there, and what the registry names is found in them.',
    why: 'What cannot be read was not compared, and what was not compared must not pass.',
  },
  'contract-source-is-current': {
    summary: 'A source that states its version states the one of the registry.',
    why: 'Comparing with the interface of an older program proves nothing about the one that runs.',
  },
} as const satisfies Record<string, ContractRule>;

export type ContractRuleId = keyof typeof CONTRACT_RULES;

/** The rungs of the ladder, from below. */
export const RUNGS = {
  declared: 'code-is-declared',
  documented: 'code-is-documented',
  'has a vector': 'code-has-a-vector',
  returned: 'code-is-returned',
  handled: 'code-is-handled',
} as const satisfies Record<string, ContractRuleId>;

export type Rung = keyof typeof RUNGS;
