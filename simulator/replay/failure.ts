import type { At } from '../../model/position.ts';

/** An expectation that the run did not meet, or something that happened and nobody expected. */
export interface Failure {
  readonly at: At;
  readonly message: string;
}
