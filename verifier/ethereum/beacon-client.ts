import { bytesToHex } from '@noble/curves/utils.js';
import { type Decoder, field, list, MalformedJson } from '../json-fields.ts';
import { askEndpoint, type Endpoint, type Transport } from './ask-endpoint.ts';
import type { EndpointFailure } from './endpoint-failure.ts';
import { forkDocument, forkPath, settleForks } from './fork-reading.ts';
import type { Fork } from './fork-version.ts';
import type { Root } from './merkle.ts';
import { type BeaconRead, commonClass, type EndpointAnswer } from './settle-answers.ts';
import type { Slot } from './slots.ts';
import { slotAt, type TrustPolicy, trustedEndpoint } from './trusted-endpoint.ts';
import type { Update } from './update.ts';
import { decodeBootstrap, decodeUpdate } from './update-json.ts';
import type { Bootstrap } from './verify-bootstrap.ts';

export type BeaconClientOptions = TrustPolicy & {
  readonly transport: Transport;
  /** At least three, of independent providers; what proves itself is asked for in this order. */
  readonly endpoints: readonly [Endpoint, Endpoint, Endpoint, ...Endpoint[]];
};

export type BeaconClient = {
  /** The Fork object of a state: what every endpoint that answers agrees on, two at least. */
  readonly readFork: (state: 'head' | Slot) => Promise<BeaconRead<Fork>>;
  /**
   * The update of a period, from the first endpoint whose update is accepted; it proves itself, so one
   * source is enough.
   */
  readonly readUpdate: (period: bigint, accept: Accept<Update>) => Promise<BeaconRead<Update>>;
  readonly readFinalityUpdate: (accept: Accept<Update>) => Promise<BeaconRead<Update>>;
  /**
   * The committee in the state of a trusted block, 32 bytes of root; from the first endpoint whose
   * bootstrap is accepted.
   */
  readonly readBootstrap: (block: Root, accept: Accept<Bootstrap>) => Promise<BeaconRead<Bootstrap>>;
  readonly currentSlot: () => Slot;
};

/**
 * Verifies what an endpoint served; where it is refused that is the endpoint's failure, and the next
 * one is asked.
 */
export type Accept<T> = (served: T) => boolean;

/** Reads beacon data over several endpoints; how far each is believed stands in `trustedEndpoint`. */
export function createBeaconClient(options: BeaconClientOptions): BeaconClient {
  const names = new Set(options.endpoints.map(({ name }) => name));
  if (names.size !== options.endpoints.length) throw new TypeError('two endpoints have the same name');
  const endpoints = options.endpoints.map((endpoint) => liveEndpoint(endpoint, options));
  return {
    readFork: async (state) =>
      settleForks(await Promise.all(endpoints.map(({ read }) => read(forkPath(state), forkDocument)))),
    readUpdate: (period, accept) =>
      readFirst(
        endpoints,
        `/eth/v1/beacon/light_client/updates?start_period=${period}&count=1`,
        updateList,
        accept,
      ),
    readFinalityUpdate: (accept) =>
      readFirst(endpoints, '/eth/v1/beacon/light_client/finality_update', updateDocument, accept),
    readBootstrap: (block, accept) =>
      readFirst(
        endpoints,
        `/eth/v1/beacon/light_client/bootstrap/0x${bytesToHex(block)}`,
        bootstrapDocument,
        accept,
      ),
    currentSlot: () => slotAt(options.network, options.now()),
  };
}

type LiveEndpoint = {
  readonly name: string;
  readonly read: <T>(path: string, decoder: Decoder<T>) => Promise<EndpointAnswer<T>>;
};

/** Carries the conversation with an endpoint over the network. */
function liveEndpoint(endpoint: Endpoint, options: BeaconClientOptions): LiveEndpoint {
  const { name } = endpoint;
  const trusted = trustedEndpoint(name, options);
  return {
    name,
    read: async (path, decoder) => {
      const reading = trusted.read(path, decoder);
      let step = reading.next();
      while (!step.done) step = reading.next(await askEndpoint(endpoint, step.value, options.transport));
      return step.value;
    },
  };
}

async function readFirst<T>(
  endpoints: readonly LiveEndpoint[],
  path: string,
  decoder: Decoder<T>,
  accept: Accept<T>,
): Promise<BeaconRead<T>> {
  const failures: EndpointFailure[] = [];
  for (const { name, read } of endpoints) {
    const answer = await read(path, decoder);
    if ('class' in answer) failures.push(answer);
    else if (accept(answer.value)) return { ok: true, value: answer.value, from: [name], failures };
    else failures.push({ endpoint: name, class: 'unexplained', reason: 'refused-by-verifier' });
  }
  return { ok: false, class: commonClass(failures), answers: [], failures };
}

const updateDocument: Decoder<Update> = (value, at) => field(value, at, 'data', decodeUpdate);

const bootstrapDocument: Decoder<Bootstrap> = (value, at) => field(value, at, 'data', decodeBootstrap);

/** The API answers a range with a list, each entry in its own envelope. */
const updateList: Decoder<Update> = (value, at) => {
  const [first] = list(updateDocument, 1)(value, at);
  if (first === undefined) throw new MalformedJson(at, 'no update of this period');
  return first;
};
