import type { ToldProof, ToldStory } from '../../../simulator/proofs/told-proof.ts';

/** A proof of a deadline that survives nothing and must survive nothing, with these parts in place of its own. */
export const someProof = (parts: Partial<ToldProof> = {}): ToldProof => ({
  book: 'house',
  runbook: 'leak',
  beside: null,
  promise: 'step/close-valve',
  text: 'close-valve done within 10m of declared',
  position: { file: 'runbooks/house/runbook-leak.yaml', line: 5, column: 3 },
  path: ['phases', 'act', 'steps', 'close-valve', 'within'],
  timed: true,
  demanded: 0,
  pinned: false,
  recorded: null,
  failuresAsked: null,
  verdict: 'holds-up-to',
  calledInOutages: false,
  survives: 0,
  search: {
    models: 1,
    statesInAll: 10,
    states: 10,
    bytes: 1000,
    bits: 10,
    grain: 60,
    windows: 3,
    free: 1,
    looksAt: [],
  },
  clue: {},
  assumes: [],
  story: null,
  slack: null,
  ...parts,
});

/** A break after eight minutes for which so many people have to be late. */
export const someStory = (cost = 0): ToldStory => ({
  at: 480,
  cost,
  late: Array.from({ length: cost }, (_, each) => `person ${each}`),
  lines: [],
  scenario: { kind: 'scenario', id: 'story' } as ToldStory['scenario'],
  reproduces: true,
});
