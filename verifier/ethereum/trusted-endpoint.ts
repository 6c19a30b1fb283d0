import { equalBytes } from '@noble/curves/utils.js';
import { type Decoder, field, hexOf, uint64 } from '../json-fields.ts';
import { type Asked, type Received, readReceived } from './ask-endpoint.ts';
import type { EndpointFailure, Failure } from './endpoint-failure.ts';
import type { Network } from './networks.ts';
import { SECONDS_PER_SLOT, type Slot } from './slots.ts';

export const GENESIS_PATH = '/eth/v1/beacon/genesis';
export const HEAD_PATH = '/eth/v1/beacon/headers/head';

/** What decides whether an endpoint may be believed about the chain at all. */
export type TrustPolicy = {
  readonly network: Network;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  /** A head further from the slot of now than this, either way, is stale. */
  readonly staleAfterSlots: number;
};

/** A conversation with one endpoint: yields a path to ask for, is given what came back. */
export type Reading<T> = Generator<string, { endpoint: string; value: T } | EndpointFailure, Received>;

/** Reads a document from one endpoint, or says why it cannot be had or believed. */
export type TrustedEndpoint = { readonly read: <T>(path: string, decoder: Decoder<T>) => Reading<T> };

/**
 * An endpoint whose answers count only after its genesis validators root was found to be the pinned one,
 * asked once, and its head to be fresh, asked each time. One that asks to wait is left alone until then.
 * What it decides depends on no network: recorded answers can be played to it as well as live ones.
 */
export function trustedEndpoint(name: string, policy: TrustPolicy): TrustedEndpoint {
  let isOurChain = false;
  let pausedUntil = 0;

  function* ask<T>(path: string, decoder: Decoder<T>): Generator<string, Asked<T>, Received> {
    const asked = readReceived(yield path, decoder);
    if ('class' in asked) pausedUntil = policy.now() + (asked.retryAfterSeconds ?? 0) * 1_000;
    return asked;
  }

  function* distrust(): Generator<string, Failure | undefined, Received> {
    if (policy.now() < pausedUntil) return { class: 'endpoint-outage', reason: 'paused-after-rate-limit' };
    const genesis = isOurChain ? undefined : yield* ask(GENESIS_PATH, genesisRoot);
    const foreign = genesis === undefined ? undefined : chainFailure(genesis, policy.network);
    if (foreign !== undefined) return foreign;
    isOurChain = true;
    const head = yield* ask(HEAD_PATH, headSlot);
    return 'class' in head ? head : headFailure(head.value, policy);
  }

  return {
    read: function* (path, decoder) {
      const asked = (yield* distrust()) ?? (yield* ask(path, decoder));
      return { endpoint: name, ...asked };
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
