import type { Book } from '../../model/book.ts';
import { didYouMeanHint } from '../../model/did-you-mean.ts';
import { ALL_RULES } from '../../rules/all.ts';
import { RULES_OF_COVERAGE } from '../coverage/coverage-rules.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { CHECK_RULES, CODES_RULES, KNOWN_RULES, type KnownRule } from '../known-rules.ts';
import { OperatorError } from '../operator-error.ts';
import { RULES_OF_PROOFS } from '../proofs/proof-rules.ts';
import type { DeclaredPlace } from './declared-places.ts';
import { explainCodes } from './explain-code.ts';
import type { Explanation } from './explanation.ts';

/** Rules by id, codes of every book and the program's own exit codes by number or name. */
export function explain(
  books: readonly Book[],
  word: string,
  places: readonly DeclaredPlace[] = [],
): Explanation[] {
  const found = [
    ...ruleNamed(word),
    ...books.flatMap((book) => explainCodes(book, word, places)),
    ...exitCodeNamed(word),
  ];
  if (found.length > 0) return found;
  const known = [
    ...KNOWN_RULES.map(({ id }) => id),
    ...books.flatMap((book) => [...book.codes].flatMap(([number, { name }]) => [number, name])),
    ...Object.keys(EXIT_CODES),
  ];
  throw new OperatorError(`nothing here is called \`${word}\``, {
    hint: didYouMeanHint(word, known) ?? 'name a rule, such as reference-resolves, or a code, such as 6001',
  });
}

function ruleNamed(word: string): Explanation[] {
  const found = KNOWN_RULES.find(({ id }) => id === word);
  if (!found) return [];
  const rule = ALL_RULES.find(({ id }) => id === word);
  return [
    {
      word,
      what: 'rule',
      title: found.summary,
      paragraphs: [
        ['why', found.why],
        ['found by', finders(word)],
      ],
      good: rule?.good.map((text) => text.trim()) ?? [],
      bad: rule?.bad.map((text) => text.trim()) ?? [],
    },
  ];
}

/** The commands that ask a rule; `ci` asks those that need no search. */
function finders(rule: string): string {
  if (RULES_OF_COVERAGE.includes(rule)) return 'drillbook coverage --exhaustive';
  if (RULES_OF_PROOFS.includes(rule)) return 'drillbook prove';
  const isIn = (rules: readonly KnownRule[]) => rules.some(({ id }) => id === rule);
  const command = isIn(CHECK_RULES) ? 'check' : isIn(CODES_RULES) ? 'codes' : 'replay';
  return `drillbook ${command}, drillbook ci`;
}

const exitCodeNamed = (word: string): Explanation[] =>
  Object.entries(EXIT_CODES)
    .filter(([name, { code }]) => name === word || String(code) === word)
    .map(([name, { code, meaning }]) => ({
      word: `exit ${code}`,
      what: 'exit code',
      title: `A command of this program that ends with ${code} says: ${meaning}.`,
      paragraphs: [['name', name] as const],
      good: [],
      bad: [],
    }));
