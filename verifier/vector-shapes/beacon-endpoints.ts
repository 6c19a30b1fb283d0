import type { Received } from '../ethereum/ask-endpoint.ts';
import type { HttpAnswer } from '../ethereum/classify-answer.ts';
import { FAILURE_CLASSES } from '../ethereum/failure-classes.ts';
import { forkDocument, forkPath, settleForks } from '../ethereum/fork-reading.ts';
import { forkWords } from '../ethereum/fork-words.ts';
import { GENESIS_PATH, HEAD_PATH, type TrustPolicy, trustedEndpoint } from '../ethereum/trusted-endpoint.ts';
import { decodeFork } from '../ethereum/update-json.ts';
import { type Decoder, field, has, integer, list, text } from '../json-fields.ts';
import { decodeNetwork } from '../requests/update.ts';
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
 * What several endpoints say when they are asked for the Fork object of the head, and what may be relied on:
 * `{ endpoint_reads: [{ id, expect | fork, network, now, stale_after_slots, endpoints }] }`. `now` is Unix time in
 * seconds; an endpoint is `{ name, genesis, head, fork }`, each an answer `{ status, deny_reason?, retry_after?,
 * body }`, or null where the connection broke.
 */
export const beaconEndpoints: VectorShape = {
  name: 'beacon answers of several endpoints',
  matches: (document) => hasAll(document, ['endpoint_reads']),
  read: (document, at) => field(document, at, 'endpoint_reads', list(readCase, MOST_VECTORS)),
};

const MOST_ENDPOINTS = 16;
const FORK_PATH = forkPath('head');

const readCase: Decoder<VectorCase> = (value, at) => {
  const now = field(value, at, 'now', integer) * 1_000;
  const policy: TrustPolicy = {
    network: field(value, at, 'network', decodeNetwork),
    now: () => now,
    staleAfterSlots: field(value, at, 'stale_after_slots', integer),
  };
  const endpoints = field(value, at, 'endpoints', list(recorded, MOST_ENDPOINTS));
  return {
    id: field(value, at, 'id', text),
    expected: expectation(value, at),
    observe: () => settled(endpoints, policy),
  };
};

/** Either a class of failure or the Fork object, never both: a vector that claims neither could not fail. */
const expectation: Decoder<Facts> = (value, at) =>
  has(value, at, 'expect')
    ? { class: field(value, at, 'expect', codeOf(FAILURE_CLASSES)) }
    : { fork: forkWords(field(value, at, 'fork', decodeFork)) };

type Recorded = { readonly name: string; readonly answers: ReadonlyMap<string, Received> };

const BROKEN = { class: 'endpoint-outage', reason: 'connection' } as const;

const received: Decoder<HttpAnswer | typeof BROKEN> = (value, at) =>
  value === null ? BROKEN : httpAnswer(value, at);

const recorded: Decoder<Recorded> = (value, at) => ({
  name: field(value, at, 'name', text),
  answers: new Map([
    [GENESIS_PATH, field(value, at, 'genesis', received)],
    [HEAD_PATH, field(value, at, 'head', received)],
    [FORK_PATH, field(value, at, 'fork', received)],
  ]),
});

function settled(endpoints: readonly Recorded[], policy: TrustPolicy): Facts {
  const read = settleForks(endpoints.map((endpoint) => played(endpoint, policy)));
  return read.ok
    ? { fork: forkWords(read.value) }
    : { class: codeText(FAILURE_CLASSES, FAILURE_CLASSES[read.class].code) };
}

/** The client's own conversation with an endpoint, answered from the record. */
function played({ name, answers }: Recorded, policy: TrustPolicy) {
  const reading = trustedEndpoint(name, policy).read(FORK_PATH, forkDocument);
  let step = reading.next();
  while (!step.done) step = reading.next(answers.get(step.value) ?? BROKEN);
  return step.value;
}
