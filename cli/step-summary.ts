import { appendFileSync } from 'node:fs';
import { OperatorError } from './operator-error.ts';
import { whyNot } from './read-source.ts';
import type { PlaceUrl } from './reporters/reporter.ts';
import { uriPath } from './reporters/uri-path.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Adds a page to the summary of the job, where GitHub Actions names a file for it; other steps write to the same file. */
export function writeStepSummary(page: string, env: Environment): void {
  const file = env['GITHUB_STEP_SUMMARY'];
  if (!file) return;
  try {
    appendFileSync(file, page);
  } catch (error) {
    throw new OperatorError(`the file that GITHUB_STEP_SUMMARY names cannot be written to: ${whyNot(error)}`);
  }
}

/** Lines of the commit that the job runs on. */
export function placeUrl(prefix: string, env: Environment): PlaceUrl | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env;
  if (!server || !repository || !commit) return undefined;
  return (file, line) => `${server}/${repository}/blob/${commit}/${uriPath(`${prefix}${file}`)}#L${line}`;
}
