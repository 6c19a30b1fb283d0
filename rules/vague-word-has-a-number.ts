import { groupsBy } from './findings/groups-by.ts';
import type { Rule } from './rule.ts';
import { type Prose, proseOf } from './words/prose.ts';
import { quoted } from './words/sentence.ts';
import { VAGUENESS, type Vagueness } from './words/vague-words.ts';

export const vagueWordHasANumber: Rule = {
  id: 'vague-word-has-a-number',
  summary: 'No sentence that people act on leaves open how soon, how long, how much or who judges.',
  why: `
    "Extended", "immediately" and "if appropriate" mean what the reader wants them to mean. At night the careful reader
    waits, the bold one acts, and neither can be told afterwards that he was wrong.
    Write the number, the condition or the role that decides. A word in quotes is not judged, nor one with a number in
    the same sentence.
  `,
  good: [
    `
kind: runbook
id: leak
triggers: [{text: An extended leak of more than 30 litres.}]
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - {id: call-plumber, text: Call the plumber at once., by: lead, within: {by: 15m, from: opened}}
      - {id: read-sign, text: Read the sign "extended stay"., by: lead}
`,
  ],
  bad: [
    `
kind: runbook
id: leak
triggers: [{text: An extended leak.}]
`,
    `
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: call-plumber, text: Call the plumber immediately., by: lead}]}
`,
    `
kind: runbook
id: leak
phases:
  - {id: act, title: Act, order: sequence, steps: [{id: call-plumber, text: Call the plumber if needed., by: lead}]}
`,
  ],
  check(book, report) {
    const found = proseOf(book).flatMap((prose) =>
      VAGUENESS.flatMap((vagueness) => {
        const word = vagueWord(prose, vagueness);
        return word === undefined ? [] : { prose, vagueness, word };
      }),
    );
    const sameWord = ({ prose, vagueness, word }: (typeof found)[number]) =>
      `${prose.runbook ?? prose.of} ${vagueness.answeredBy === 'deadline' ? prose.of : ''} ${stem(word)}`;
    for (const [, [{ prose, vagueness, word }]] of groupsBy(found, sameWord))
      report(prose.at, `${quoted(prose.of)} says "${word}" ${vagueness.asks}`, vagueness.hint, stem(word));
  },
};

/** A word and its adverb count once. */
const stem = (word: string) => word.replace(/ly$/, '');

/** The first word of the kind in a sentence that neither quotes it nor has a number. */
function vagueWord(prose: Prose, { words, answeredBy }: Vagueness): string | undefined {
  if (answeredBy === 'deadline' && (prose.timed || !prose.isOrder)) return undefined;
  if (answeredBy === 'condition' && (prose.timed || prose.conditional)) return undefined;
  const sentence = unquoted(prose.text)
    .split(/(?<=[.;:!?])\s+/)
    .find((each) => words.test(each) && !/\d|\b(nothing|nobody)\b/.test(each));
  return sentence && words.exec(sentence)?.[0].toLowerCase();
}

const unquoted = (text: string) => text.replace(/"[^"]*"|“[^”]*”|`[^`]*`/g, '');
