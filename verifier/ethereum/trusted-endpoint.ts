import { equalBytes } from '@noble/curves/utils.js';
import { type Decoder, field, hexOf, uint64 } from '../json-fields.ts';
import { type Asked, askEndpoint, type Endpoint, type Transport } from './ask-endpoint.ts';
import type { EndpointFailure, Failure } from './endpoint-failure.ts';
import type { Network } from './networks.ts';
import { SECONDS_PER_SLOT, type Slot } from './slots.ts';

/** What decides whether an endpoint may be believed about the chain at all. */
export type TrustPolicy = {
  readonly network: Network;
  readonly transport: Transport;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  /** A head further from the slot of now than this, either way, is stale. */
  readonly staleAfterSlots: number;
};

/** Reads a document from one endpoint, or says why it cannot be had or believed. */
export type TrustedEndpoint = {
  readonly name: string;
  readonly read: <T>(
    path: string,
    decoder: Decoder<T>,
  ) => Promise<{ endpoint: string; value: T } | EndpointFailure>;
};

/**
 * An endpoint whose answers count only after its genesis validators root was found to be the pinned one,
 * asked once, and its head to be fresh, asked each time. One that asks to wait is left alone until then.
 */
export function trustedEndpoint(endpoint: Endpoint, policy: TrustPolicy): TrustedEndpoint {
  let isOurChain = false;
  let pausedUntil = 0;

  const ask = async <T>(path: string, decoder: Decoder<T>): Promise<Asked<T>> => {
    const asked = await askEndpoint(endpoint, path, decoder, policy.transport);
    if ('class' in asked) pausedUntil = policy.now() + (asked.retryAfterSeconds ?? 0) * 1_000;
    return asked;
  };

  const distrust = async (): Promise<Failure | undefined> => {
    if (policy.now() < pausedUntil) return { class: 'endpoint-outage', reason: 'paused-after-rate-limit' };
    const genesis = isOurChain ? undefined : await ask('/eth/v1/beacon/genesis', genesisRoot);
    const foreign = genesis === undefined ? undefined : chainFailure(genesis, policy.network);
    if (foreign !== undefined) return foreign;
    isOurChain = true;
    const head = await ask('/eth/v1/beacon/headers/head', headSlot);
    return 'class' in head ? head : headFailure(head.value, policy);
  };

  return {
    name: endpoint.name,
    read: async (path, decoder) => {
      const asked = (await distrust()) ?? (await ask(path, decoder));
      return { endpoint: endpoint.name, ...asked };
    },
  };
}

/** The slot of now by the injected clock; 0 before genesis. */
export function slotAt({ genesisSeconds }: Network, unixMs: number): Slot {
  const seconds = Math.max(0, Math.floor(unixMs / 1_000) - genesisSeconds);
  return BigInt(seconds) / SECONDS_PER_SLOT;
}

function chainFailure(genesis: Asked<Uint8Array>, { genesisValidatorsRoot }: Network): Failure | undefined {
  if ('class' in genesis) return genesis;
  if (equalBytes(genesis.value, genesisValidatorsRoot)) return undefined;
  return { class: 'wrong-network', reason: 'other-genesis' };
}

function headFailure(head: Slot, { network, now, staleAfterSlots }: TrustPolicy): Failure | undefined {
  const current = slotAt(network, now());
  if (head + BigInt(staleAfterSlots) < current) return { class: 'stale', reason: 'behind' };
  if (head > current + BigInt(staleAfterSlots)) return { class: 'stale', reason: 'ahead-of-clock' };
  return undefined;
}

const data =
  <T>(decoder: Decoder<T>): Decoder<T> =>
  (value, at) =>
    field(value, at, 'data', decoder);

const genesisRoot = data((value, at) => field(value, at, 'genesis_validators_root', hexOf(32)));

const headSlot = data((value, at) =>
  field(value, at, 'header', (header, headerAt) =>
    field(header, headerAt, 'message', (message, messageAt) => field(message, messageAt, 'slot', uint64)),
  ),
);
