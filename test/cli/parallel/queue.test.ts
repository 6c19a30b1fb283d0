import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queueOf } from '../../../cli/parallel/queue.ts';

const kinds = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

test('whoever asks and however often, every task is handed out once, those of a kind in order', () => {
  fc.assert(
    fc.property(kinds, fc.integer({ min: 1, max: 4 }), fc.array(fc.nat(3)), (tasks, askers, turns) => {
      const queue = queueOf(tasks, (kind) => kind);
      const asks = Array.from({ length: askers }, () => queue());
      const got: number[] = [];
      const ask = (turn: number): boolean => {
        const place = asks[turn % askers]?.();
        if (place !== undefined) got.push(place);
        return place !== undefined;
      };
      for (const turn of turns) ask(turn);
      while (ask(0));
      expect(got.toSorted((a, b) => a - b)).toEqual([...tasks.keys()]);
      for (const kind of new Set(tasks)) {
        const mine = got.filter((place) => tasks[place] === kind);
        expect(mine).toEqual(mine.toSorted((a, b) => a - b));
      }
    }),
  );
});

test('two that ask do not begin the same kind while another has not been begun, and stay with theirs', () => {
  const tasks = ['a', 'a', 'a', 'b', 'b', 'c'];
  const queue = queueOf(tasks, (kind) => kind);
  const [one, two] = [queue(), queue()];
  expect([one(), two(), one(), two(), one(), two(), one()]).toEqual([0, 3, 1, 4, 2, 5, undefined]);
});

test('what is left of a kind is shared by those who have nothing else to do', () => {
  const queue = queueOf(['a', 'a', 'a'], (kind) => kind);
  const [one, two] = [queue(), queue()];
  expect([one(), two(), one(), two()]).toEqual([0, 1, 2, undefined]);
});
