import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { plainWords, sameWords } from '../../contract/same-words.ts';

const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const sentence = fc.array(word, { minLength: 1, maxLength: 8 });

test.prop([
  sentence,
  fc.constantFrom(' ', '\u00a0', '\u202f', '  ', '\n  ', '\t'),
  fc.constantFrom('', '.', ' .', '...'),
])('spaces of any kind and a full stop at the end change nothing', (words, space, end) => {
  expect(sameWords(words.join(' '), `${words.join(space)}${end}`)).toBe(true);
});

test.prop([sentence, fc.nat(), fc.constantFrom('`', '**', '*', '_')])(
  'marks around a word change nothing',
  (words, at, mark) => {
    const index = at % words.length;
    const marked = words.map((each, i) => (i === index ? `${mark}${each}${mark}` : each));
    expect(sameWords(words.join(' '), marked.join(' '))).toBe(true);
  },
);

test.prop([sentence, fc.nat(), word])('another word changes the meaning', (words, at, other) => {
  const index = at % words.length;
  fc.pre(words[index] !== other);
  const changed = words.map((each, i) => (i === index ? other : each));
  expect(sameWords(words.join(' '), changed.join(' '))).toBe(false);
});

test.prop([fc.string({ maxLength: 60 })])('plain words are plain already', (text) => {
  const once = plainWords(text);
  expect(plainWords(`${once}`).length).toBeLessThanOrEqual(once.length);
});

test.each([
  ['at most 5 slots', 'at most 50 slots'],
  ['signature valid', 'signature invalid'],
  ['slot_age', 'slot age'],
  ['x is -1', 'x is 1'],
  ['no keys', 'no-keys'],
])('%j and %j are two meanings', (one, other) => {
  expect(sameWords(one, other)).toBe(false);
});
