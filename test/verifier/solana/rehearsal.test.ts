import { describe, expect, it } from 'vitest';
import { playControl42 } from '../../../verifier/solana/rehearsal/control-42.ts';
import { rehearse } from '../../../verifier/solana/rehearsal/rehearsal.ts';
import type { Story } from '../../../verifier/solana/rehearsal/story.ts';
import { playUpgrade } from '../../../verifier/solana/rehearsal/upgrade.ts';
import type { Vm } from '../../../verifier/solana/rehearsal/vm.ts';
import { freshVm } from './fresh-vm.ts';

const PLAYS: [string, (vm: Vm) => Story][] = [
  ['control-42', playControl42],
  ['upgrade', playUpgrade],
];
const lines = (story: Story) => story.steps.map(({ title, seen }) => `${title}: ${seen}`);

describe.each(PLAYS)('the rehearsal of %s', (name, play) => {
  it('sees in every step what the procedure expects', async () => {
    const story = play(await freshVm());
    expect(story.rehearsal).toBe(name);
    expect(story.steps.filter((step) => !step.held)).toEqual([]);
    expect(story.held).toBe(true);
  });

  it('tells the same story every time, to the last address and log line', async () => {
    expect(play(await freshVm())).toEqual(play(await freshVm()));
  });

  it('reads like this to the people who sign it', async () => {
    expect(lines(play(await freshVm()))).toMatchSnapshot();
  });
});

describe('the rehearsal of control-42', () => {
  it('tries every order with two signatures, which fails, before it tries three, which does not', async () => {
    const { steps } = playControl42(await freshVm());
    const signatures = steps
      .map(({ order, seen }) => ({ signers: order?.accounts.filter(({ signs }) => signs) ?? [], seen }))
      .filter(({ signers }) => signers[0]?.name.startsWith('signer'));
    expect(signatures.map(({ signers, seen }) => [signers.length, seen === 'accepted'])).toEqual(
      Array.from({ length: 6 }, () => [
        [2, false],
        [3, true],
      ]).flat(),
    );
  });

  it('sees each refusal from the program that must give it', async () => {
    const { steps } = playControl42(await freshVm());
    const refusals = steps
      .filter(({ action, held }) => action === 'TransferChecked' && held)
      .map(({ seen }) => seen);
    expect(refusals).toEqual([
      'accepted',
      'refused by transfer hook: error 6042',
      'refused by token program: error 67',
      'refused by token program: error 17',
      'accepted',
    ]);
  });
});

describe('an order in a story', () => {
  it('is read from the transaction itself and calls every account by its name', async () => {
    for (const [, play] of PLAYS) {
      const { steps, addresses } = play(await freshVm());
      const names = steps.flatMap(({ order }) =>
        order ? [order.program, ...order.accounts.map(({ name }) => name)] : [],
      );
      expect(names.filter((name) => !(name in addresses))).toEqual([]);
    }
  });
});

describe('a machine without the virtual machine', () => {
  const failing = (error: Error) => rehearse(playUpgrade, () => Promise.reject(error));

  it('is told which package is not installed', async () => {
    // @ts-expect-error: the point is that there is no such package
    const absent = await rehearse(playUpgrade, () => import('litesvm-that-is-not-installed'));
    expect(absent).toMatchObject({ missing: 'litesvm' });
  });

  it('is told that the native part is missing when only that is', async () => {
    const outcome = await failing(new Error('Cannot find native binding.'));
    expect(outcome).toEqual({
      missing: 'the native part of litesvm for this platform',
      why: 'Cannot find native binding.',
    });
  });
});
