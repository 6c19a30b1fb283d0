/** A check that loading a book makes by itself: without it there is no book that other rules could read. */
export interface BuiltInRule {
  readonly summary: string;
  readonly why: string;
}

/** Every finding of the loader names one of these; the docs page and `explain` are printed from this table. */
export const BUILT_IN_RULES = {
  'file-is-readable': {
    summary: 'Every file of a book is a regular text file in UTF-8 of at most 1 MiB.',
    why: 'A file that cannot be read says nothing, and a procedure that says nothing must not pass as checked.',
  },
  'yaml-is-readable': {
    summary: 'Every file holds one YAML document that can be read in only one way.',
    why: 'Tabs, tags, directives, second documents and nested aliases are read differently by different programs. A procedure has one meaning, so these are refused rather than guessed at.',
  },
  'key-stands-once': {
    summary: 'No mapping has the same key twice.',
    why: 'Most programs keep one of the two values and drop the other without a word: the sentence that was dropped is the one somebody relied on.',
  },
  'document-stands-in-its-folder': {
    summary:
      'Runbooks stand in runbooks/, scenarios in scenarios/, everything else in policies/, under the id of the book.',
    why: 'People look for a procedure where the others are. A document in the wrong folder is found by nobody at 3am.',
  },
  'book-has-a-manifest': {
    summary: 'Every book has a document of kind book.',
    why: 'The manifest holds the calendar and the pace that every deadline and every proof is computed with.',
  },
  'document-fits-its-schema': {
    summary: 'Every document has the shape that the schema of its kind prescribes.',
    why: 'The schema is the contract between the people who write procedures and everything that reads them. An unknown key is a mistake: what it meant to say would be ignored.',
  },
  'id-is-unique': {
    summary: 'Every id is given once in its book, and what a book says once is said once.',
    why: 'If two things share a name, a reference means either of them, and which one depends on the order of the files.',
  },
  'reference-resolves': {
    summary: 'Every reference names something that the book declares.',
    why: 'A step that belongs to a role nobody declared is done by nobody.',
  },
  'event-is-known': {
    summary: 'Every event that a deadline, a rule or a drill names is one of this book.',
    why: 'A misspelt event never happens, and a clock that starts there never runs: the promise is kept on paper only.',
  },
  'span-runs-forward': {
    summary: 'The lower bound of a span is not above its upper bound.',
    why: 'A span such as 15m..5m holds no time at all: the act could never happen.',
  },
  'time-exists': {
    summary: 'Every date, point in time and time zone exists.',
    why: 'A drill that starts on 31 June, or a calendar in a zone nobody knows, cannot be played.',
  },
  'jumps-end': {
    summary: 'Jumps between runbooks never lead back to where they came from.',
    why: 'People who follow a circle of jumps start over for ever, each time from the first step. Opening a runbook beside another is something else and may go both ways.',
  },
  'inheritance-ends': {
    summary: 'No runbook inherits from itself, neither directly nor through others.',
    why: 'The general procedure must exist by itself before another can follow it.',
  },
  'override-ends': {
    summary: 'No timelock is overridden, directly or through others, by the authority that it delays.',
    why: 'An override that waits for the delay it is meant to skip skips nothing.',
  },
} as const satisfies Record<string, BuiltInRule>;

export type BuiltInRuleId = keyof typeof BUILT_IN_RULES;
