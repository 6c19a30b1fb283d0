import { expect, test } from 'vitest';
import { HARMLESS_EDITS } from './harmless-edits.ts';
import { edited, sentencesOf, WORLD } from './world.ts';

test.each(HARMLESS_EDITS)('no finding: $what', ({ file, from, to }) => {
  expect(sentencesOf(edited(WORLD, file, from, to))).toEqual([]);
});
