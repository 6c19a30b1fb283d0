import * as Flags from '@oclif/core/flags';
import type { Chances } from '../../simulator/campaign/incidents.ts';
import { DEFAULT_CHANCES } from './simulation-words.ts';

/** Flags of random incidents, the same in every command that plays some. */
export const chanceFlags = (runs: number) => ({
  runs: Flags.integer({
    char: 'n',
    default: runs,
    min: 1,
    max: 1_000_000_000,
    helpValue: 'N',
    summary: 'Random incidents of each runbook.',
  }),
  seed: Flags.integer({
    char: 's',
    default: 1,
    min: 0,
    max: 0xffff_ffff,
    helpValue: 'S',
    summary: 'The seed of the first of them.',
  }),
  'failure-percent': Flags.integer({
    default: DEFAULT_CHANCES.failurePercent,
    min: 0,
    max: 100,
    helpValue: 'P',
    summary: 'How often somebody misses a bound.',
  }),
  'free-percent': Flags.integer({
    default: DEFAULT_CHANCES.freePercent,
    min: 0,
    max: 100,
    helpValue: 'P',
    summary: 'How often something happens that nobody is bound to do.',
  }),
});

export const chancesOf = (flags: {
  readonly 'failure-percent': number;
  readonly 'free-percent': number;
}): Chances => ({ failurePercent: flags['failure-percent'], freePercent: flags['free-percent'] });
