import type { Book } from '../../model/book.ts';
import { BUILT_IN_RULES } from '../../model/built-in-rules.ts';
import { didYouMeanHint } from '../../model/did-you-mean.ts';
import type { Position } from '../../model/position.ts';
import { ALL_RULES } from '../../rules/all.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { OperatorError } from '../operator-error.ts';

/** What `explain` knows about a word: one entry for each place that defines it. */
export interface Explanation {
  readonly word: string;
  readonly what: 'rule' | 'code' | 'exit code';
  readonly title: string;
  readonly paragraphs: readonly (readonly [label: string, text: string])[];
  readonly good: readonly string[];
  readonly bad: readonly string[];
  readonly position?: Position;
}

/** Rules by id, codes of every book by number or name, and the program's own exit codes by name. */
export function explain(books: readonly Book[], word: string): Explanation[] {
  const found = [...ruleNamed(word), ...books.flatMap((book) => codesOf(book, word)), ...exitCodeNamed(word)];
  if (found.length > 0) return found;
  const known = [
    ...Object.keys(BUILT_IN_RULES),
    ...ALL_RULES.map(({ id }) => id),
    ...books.flatMap((book) => [...book.codes].flatMap(([number, { name }]) => [number, name])),
    ...Object.keys(EXIT_CODES),
  ];
  throw new OperatorError(`nothing here is called \`${word}\``, {
    hint: didYouMeanHint(word, known) ?? 'name a rule, such as reference-resolves, or a code, such as 6001',
  });
}

function ruleNamed(word: string): Explanation[] {
  const builtIn = Object.entries(BUILT_IN_RULES).find(([id]) => id === word)?.[1];
  const rule = ALL_RULES.find(({ id }) => id === word);
  const found = rule ?? builtIn;
  if (!found) return [];
  const why = found.why.trim().replaceAll(/\s+/g, ' ');
  return [
    {
      word,
      what: 'rule',
      title: found.summary,
      paragraphs: [['why', why]],
      good: rule?.good.map((text) => text.trim()) ?? [],
      bad: rule?.bad.map((text) => text.trim()) ?? [],
    },
  ];
}

function codesOf(book: Book, word: string): Explanation[] {
  return [...book.codes.values()]
    .filter(({ id, name }) => id === word || name === word)
    .map(({ id, name, meaning, raised_by, effect, operator, runbook, lifecycle, at }) => ({
      word: id,
      what: 'code',
      title: `${id} ${name}: ${meaning}`,
      paragraphs: (
        [
          ['book', book.id],
          ['raised by', raised_by],
          ['effect', effect],
          ['operator', operator],
          ['runbook', runbook && `${book.runbooks.get(runbook)?.title} (${runbook})`],
          ['lifecycle', lifecycle],
        ] as const
      ).flatMap(([label, text]) => (text === undefined ? [] : [[label, text] as const])),
      good: [],
      bad: [],
      position: book.position(at),
    }));
}

const exitCodeNamed = (word: string): Explanation[] =>
  Object.entries(EXIT_CODES)
    .filter(([name]) => name === word)
    .map(([name, { code, meaning }]) => ({
      word: name,
      what: 'exit code',
      title: `the program ends with ${code}: ${meaning}`,
      paragraphs: [],
      good: [],
      bad: [],
    }));
