import type { EndpointFailure } from './endpoint-failure.ts';
import type { FailureClass } from './failure-classes.ts';

/** What one endpoint said, or why it said nothing. */
export type EndpointAnswer<T> = { readonly endpoint: string; readonly value: T } | EndpointFailure;

/** A value that may be relied on, or the class of failure with everything that led to it. */
export type BeaconRead<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly from: readonly string[];
      readonly failures: readonly EndpointFailure[];
    }
  | {
      readonly ok: false;
      readonly class: FailureClass;
      readonly answers: readonly { readonly endpoint: string; readonly value: T }[];
      readonly failures: readonly EndpointFailure[];
    };

/**
 * Settles what several endpoints said about a fact that does not prove itself. At least two must answer
 * and all that answer must say the same: a majority of two against one is two votes, not evidence.
 */
export function settleAnswers<T>(
  given: readonly EndpointAnswer<T>[],
  print: (value: T) => string,
): BeaconRead<T> {
  const failures = given.filter((answer) => 'class' in answer);
  const answers = given.filter((answer) => 'value' in answer);
  const [first, ...others] = answers;
  if (first === undefined) return { ok: false, class: commonClass(failures), answers: [], failures };
  if (others.some(({ value }) => print(value) !== print(first.value))) {
    return { ok: false, class: 'disagreement', answers, failures };
  }
  if (others.length === 0) return { ok: false, class: 'single-source', answers, failures };
  return { ok: true, value: first.value, from: answers.map(({ endpoint }) => endpoint), failures };
}

/** The class that all failures share; endpoints that fail for different reasons have no common remedy. */
export function commonClass(failures: readonly EndpointFailure[]): FailureClass {
  const classes = new Set(failures.map((failure) => failure.class));
  const [only] = classes;
  return classes.size === 1 && only !== undefined ? only : 'several-causes';
}
