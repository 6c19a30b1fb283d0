import type { Rehearsal } from '../verifier/solana/rehearsal/rehearsal.ts';
import { rehearse } from '../verifier/solana/rehearsal/rehearsal.ts';
import type { Story } from '../verifier/solana/rehearsal/story.ts';
import { OperatorError } from './operator-error.ts';
import { quietly } from './verify/quietly.ts';

/** What `rehearse ... --json` prints. */
export type RehearsalReport = { readonly version: 1 } & Story;

/** Plays a story on a virtual machine of its own; a machine that cannot run it is told which part is missing. */
export async function playRehearsal(play: Parameters<typeof rehearse>[0]): Promise<RehearsalReport> {
  const rehearsal: Rehearsal = await quietly(() => rehearse(play));
  if ('story' in rehearsal) return { version: 1, ...rehearsal.story };
  // The loader's own words would show where things are installed.
  throw new OperatorError(`nothing can be rehearsed on this machine: ${rehearsal.missing} is missing`, {
    hint: 'install drillbook with its optional packages, on a platform that litesvm supports',
  });
}
