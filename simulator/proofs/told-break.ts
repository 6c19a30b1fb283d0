import type { ToldProof, ToldStory } from './told-proof.ts';

/** A promise that broke in a random incident with no more people late than it must survive: plain data. */
export interface ToldBreak
  extends Pick<
    ToldProof,
    'book' | 'runbook' | 'promise' | 'text' | 'position' | 'path' | 'timed' | 'demanded' | 'pinned'
  > {
  /** With the seed it leads back to the very run; how often it was made smaller. */
  readonly random: { readonly path: string; readonly shrinks: number };
  readonly story: ToldStory;
}
