import type { Comparison } from './machines-watch.ts';

/** What would notice the slip: said of what it changes in a run. */
export function hintFor({ different }: Comparison, passing: readonly string[]): string {
  const [first] = different;
  if (!first) return 'no procedure reads this line: only a rule of check can guard it';
  const { changed, runbook } = first;
  const [promise] = changed.promises;
  const what = [...changed.events][0] ?? [...changed.sites][0] ?? '';
  if (promise !== undefined)
    return `the promise ${promise} of ${runbook} changes: an invariant that says the same would mind`;
  if (passing.length > 0)
    return `the drill ${passing[0]} comes by ${what} and expects nothing of it: expect the event, or never it; or state an invariant on it`;
  return `no drill comes by ${what}: play one of ${runbook} that does, or state an invariant on it`;
}
