import type { ToldProof } from '../../../simulator/proofs/told-proof.ts';

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
  assumes: [],
  story: null,
  slack: null,
  ...parts,
});
