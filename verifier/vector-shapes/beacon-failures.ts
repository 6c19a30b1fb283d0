import { classifyAnswer } from '../ethereum/classify-answer.ts';
import { FAILURE_CLASSES } from '../ethereum/failure-classes.ts';
import { diagnoseFork } from '../ethereum/fork-diagnosis.ts';
import { decodeFork } from '../ethereum/update-json.ts';
import { type Decoder, field, flag, has, hexOf, list, text, uint64 } from '../json-fields.ts';
import {
  codeOf,
  codeText,
  type Facts,
  hasAll,
  MOST_VECTORS,
  type VectorCase,
  type VectorShape,
} from '../vector-case.ts';
import { httpAnswer } from './http-answer.ts';

/**
 * Answers of endpoints and observations around a fork, each with its class of failure:
 * `{ answers: [{ id, expect, status, deny_reason?, retry_after?, body }], forks: [{ id, expect, fork, attested_slot,
 * signature_slot, used, verified, used_before? }] }`.
 */
export const beaconFailures: VectorShape = {
  name: 'beacon failure classes',
  matches: (document) => hasAll(document, ['answers', 'forks']),
  read: (document, at) => [
    ...field(document, at, 'answers', list(answerCase, MOST_VECTORS)),
    ...field(document, at, 'forks', list(forkCase, MOST_VECTORS)),
  ],
};

const expectedClass = codeOf(FAILURE_CLASSES);

const answerCase: Decoder<VectorCase> = (value, at) => {
  const answer = httpAnswer(value, at);
  return {
    id: field(value, at, 'id', text),
    expected: { class: field(value, at, 'expect', expectedClass) },
    observe: () => {
      const classified = classifyAnswer(answer);
      return 'class' in classified ? classFact(classified.class) : { class: 'none: a usable answer' };
    },
  };
};

const forkCase: Decoder<VectorCase> = (value, at) => {
  const seen = {
    fork: field(value, at, 'fork', decodeFork),
    attestedSlot: field(value, at, 'attested_slot', uint64),
    signatureSlot: field(value, at, 'signature_slot', uint64),
    used: field(value, at, 'used', hexOf(4)),
    isVerified: field(value, at, 'verified', flag),
    ...(has(value, at, 'used_before') ? { usedBefore: field(value, at, 'used_before', hexOf(4)) } : {}),
  };
  return {
    id: field(value, at, 'id', text),
    expected: { class: field(value, at, 'expect', expectedClass) },
    observe: () => {
      const diagnosis = diagnoseFork(seen);
      return diagnosis === undefined ? { class: 'none: nothing to explain' } : classFact(diagnosis);
    },
  };
};

const classFact = (name: keyof typeof FAILURE_CLASSES): Facts => ({
  class: codeText(FAILURE_CLASSES, FAILURE_CLASSES[name].code),
});
