import { bytesToHex } from '@noble/curves/utils.js';
import { type Decoder, field } from '../json-fields.ts';
import type { Fork } from './fork-version.ts';
import { type BeaconRead, type EndpointAnswer, settleAnswers } from './settle-answers.ts';
import type { Slot } from './slots.ts';
import { decodeFork } from './update-json.ts';

/** Where the Beacon API tells the Fork object of a state. */
export const forkPath = (state: 'head' | Slot): string => `/eth/v1/beacon/states/${state}/fork`;

export const forkDocument: Decoder<Fork> = (value, at) => field(value, at, 'data', decodeFork);

/** The Fork object that all endpoints which answer agree on, two at least. */
export const settleForks = (given: readonly EndpointAnswer<Fork>[]): BeaconRead<Fork> =>
  settleAnswers(given, printFork);

const printFork = ({ previousVersion, currentVersion, epoch }: Fork): string =>
  `${bytesToHex(previousVersion)} ${bytesToHex(currentVersion)} ${epoch}`;
