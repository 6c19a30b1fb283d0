import { expect, test } from 'vitest';
import { samePart } from '../../contract/same-part.ts';

test('a padded table is the same part, another cell is not', () => {
  expect(samePart('| 1 | fine |\n|---|---|', '| 1   | fine. |\n|-----|------|')).toBe(true);
  expect(samePart('| 1 | fine |', '| 2 | fine |')).toBe(false);
});
