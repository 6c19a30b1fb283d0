/** What a careful reader finds by hand: in words, the rule that has to find it, and words of its message. */
export type KnownContradiction = readonly [what: string, rule: string, words: readonly string[]];
