import type { CodeEntry, CodeName } from '../code-table.ts';

/** A class of failure with what the operator does about it; only some of them are incidents. */
export type FailureClassEntry = CodeEntry & { readonly remedy: string; readonly isIncident: boolean };

/**
 * Why a verification against live beacon data did not happen, or did not succeed: the three categories
 * of sheet O-700 and those that look like them from outside. Telling them apart at first sight is the
 * point: each has another remedy, and three of them are nobody's defect.
 */
export const FAILURE_CLASSES = {
  'fork-boundary-informational': {
    code: 10,
    verdict: 'pass',
    meaning: 'the fork version changed and verification goes on succeeding under the new one',
    remedy: 'nothing to do: the version is read from the chain, and a fork changes it',
    isIncident: false,
  },
  sandbox: {
    code: -20,
    verdict: 'unknown',
    meaning: 'the host policy denied the request: a deny header or the allowlist notice says so',
    remedy: 'run the verifier where the beacon endpoints can be reached; it is not a defect of the code',
    isIncident: false,
  },
  'endpoint-outage': {
    code: -21,
    verdict: 'unknown',
    meaning:
      'no usable answer: an error status, a rate limit, a timeout, a broken connection or not the expected JSON',
    remedy: 'fail over to another endpoint',
    isIncident: true,
  },
  credential: {
    code: -22,
    verdict: 'unknown',
    meaning: 'the endpoint refused the caller (401, 403 or 407) and nothing shows that the host policy did',
    remedy: 'check the key and the plan of this endpoint; fail over meanwhile',
    isIncident: true,
  },
  stale: {
    code: -23,
    verdict: 'unknown',
    meaning: 'the head of the endpoint is too far from the slot of now',
    remedy: 'fail over, and check the clock of this host if every endpoint looks stale',
    isIncident: true,
  },
  'wrong-network': {
    code: -24,
    verdict: 'fail',
    meaning: 'the endpoint serves another chain: its genesis validators root is not the pinned one',
    remedy: 'take the endpoint out of the configuration',
    isIncident: true,
  },
  disagreement: {
    code: -25,
    verdict: 'unknown',
    meaning: 'endpoints gave different answers; two against one settles nothing',
    remedy: 'rely on none of them until they agree or the odd one is explained',
    isIncident: true,
  },
  'single-source': {
    code: -26,
    verdict: 'unknown',
    meaning: 'only one endpoint answered, so nothing corroborates it',
    remedy: 'restore a second endpoint before relying on the answer',
    isIncident: true,
  },
  'several-causes': {
    code: -27,
    verdict: 'unknown',
    meaning: 'no endpoint answered, and not all for the same reason',
    remedy: 'go through the endpoints one by one',
    isIncident: true,
  },
  'fork-boundary-bug': {
    code: -30,
    verdict: 'fail',
    meaning: 'the version was read from the chain but chosen by the wrong slot',
    remedy: 'choose it by the slot before the signature slot',
    isIncident: true,
  },
  'hard-coded-version': {
    code: -31,
    verdict: 'fail',
    meaning: 'no rule over the Fork object yields the version that was used: it is a constant',
    remedy: 'read the fork version from the chain at every verification',
    isIncident: true,
  },
  unexplained: {
    code: -32,
    verdict: 'fail',
    meaning: 'verification failed under the right fork version',
    remedy: 'take the service offline and treat it as wrong output',
    isIncident: true,
  },
} as const satisfies Readonly<Record<string, FailureClassEntry>>;

export type FailureClass = CodeName<typeof FAILURE_CLASSES>;
