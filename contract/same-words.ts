const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
/** Non-breaking ones among them; the word joiner is no space to the language. */
const SPACES = /[\s\u2060]+/g;
const QUOTES: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201B]/g, "'"],
  [/[\u201C\u201D\u201F]/g, '"'],
];
/** Emphasis and code of Markdown, links without their targets, escapes. An underscore inside a word belongs to it. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/\[([^\]]*)\]\([^)]*\)/g, '$1'],
  [/[`*]+/g, ''],
  [/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, ''],
  [/\\([^\p{L}\p{N}\s])/gu, '$1'],
];

/** A text without what an editor, a typesetter or a language changes but a reader does not hear. */
export function plainWords(text: string): string {
  const replaced = [...QUOTES, ...MARKS].reduce(
    (words, [pattern, by]) => words.replace(pattern, by),
    text.normalize('NFC').replace(DASHES, '-'),
  );
  return replaced
    .replace(SPACES, ' ')
    .trim()
    .replace(/[.\s]+$/, '')
    .toLowerCase();
}

/** Whether two texts say the same: spaces, dashes, marks, case and a trailing full stop do not count. */
export const sameWords = (one: string, other: string): boolean => plainWords(one) === plainWords(other);
