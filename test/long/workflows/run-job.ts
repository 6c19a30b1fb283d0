import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Job, Step } from '../../house/workflow-files.ts';
import type { StepResult, TeamRepository } from './team-repository.ts';

export interface RanStep extends StepResult {
  readonly name: string;
}

/** The conditions that our workflows set, as the runner judges them. */
const CONDITIONS: Readonly<Record<string, (ran: readonly RanStep[], team: TeamRepository) => boolean>> = {
  "${{ !cancelled() && steps.install.outcome == 'success' }}": (ran) =>
    ran.find(({ name }) => name === 'install')?.status === 0,
  "${{ !cancelled() && hashFiles('exercises-due.md') != '' }}": (_, { root }) =>
    existsSync(join(root, 'exercises-due.md')),
};

/** Until the program has the command that a block runs, the block is left out. */
export const isThere = ({ run = '' }: Step): boolean => {
  const [, command] = /npx drillbook (\w+)/.exec(run) ?? [];
  return command === undefined || existsSync(`bundle/commands/${command}.js`);
};

/** Blocks that some test has run. */
export const executed = new Set<string>();

/** Runs the blocks of a job in order: after a failure only those that ask for it by a condition. */
export function runJob(
  { steps }: Job,
  team: TeamRepository,
  env: Readonly<Record<string, string>> = {},
): { readonly ran: readonly RanStep[]; readonly isGreen: boolean } {
  const ran: RanStep[] = [];
  for (const step of steps.filter((each) => each.run !== undefined && isThere(each))) {
    const judge = step.if === undefined ? undefined : CONDITIONS[step.if];
    if (step.if !== undefined && !judge) throw new Error(`no test knows the condition ${step.if}`);
    const isTurn = judge ? judge(ran, team) : ran.every(({ status }) => status === 0);
    if (!isTurn) continue;
    executed.add(step.run ?? '');
    ran.push({ name: step.name ?? step.run ?? '', ...team.step(step, env) });
  }
  return { ran, isGreen: ran.every(({ status }) => status === 0) };
}

/** Without the step that only costs time: what it installs was there before the tests began. */
export const installed = (job: Job): Job => ({
  ...job,
  steps: job.steps.map((step) => (step.run === 'npm ci' ? { ...step, run: ': npm ci' } : step)),
});
