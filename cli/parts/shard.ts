import type { Shard } from '../../simulator/campaign/seeds.ts';
import { OperatorError } from '../operator-error.ts';

/** A campaign in more parts than this is not split by anybody. */
const MOST = 100_000;

export const WHOLE: Shard = { index: 1, of: 1 };

/**
 * `3/8` is the third of eight parts. `job/8` takes the number from JOB_COMPLETION_INDEX, which Kubernetes counts from 0 in an
 * Indexed Job.
 */
export function shardOf(
  text: string | undefined,
  { JOB_COMPLETION_INDEX }: { readonly JOB_COMPLETION_INDEX?: string | undefined },
): Shard {
  if (text === undefined) return WHOLE;
  const [, number = '', count = ''] = /^(job|\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const of = Number(count);
  const index = number === 'job' ? jobIndex(JOB_COMPLETION_INDEX) + 1 : Number(number);
  if (of >= 1 && of <= MOST && index >= 1 && index <= of) return { index, of };
  throw new OperatorError(
    `\`--shard ${text}\` names no part${of >= 1 && index > of ? `: part ${index} of ${of}` : ''}`,
    {
      hint: 'the third of eight parts is --shard 3/8; in an Indexed Job of Kubernetes it is --shard job/8',
    },
  );
}

function jobIndex(text: string | undefined): number {
  if (text !== undefined && /^\d{1,6}$/.test(text)) return Number(text);
  throw new OperatorError('`--shard job/…` needs the variable JOB_COMPLETION_INDEX', {
    hint: 'Kubernetes sets it in a Job with `completionMode: Indexed`',
  });
}
