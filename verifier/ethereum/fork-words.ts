import { bytesToHex } from '@noble/curves/utils.js';
import type { Fork } from './fork-version.ts';

export const forkWords = ({ previousVersion, currentVersion, epoch }: Fork): string =>
  `0x${bytesToHex(previousVersion)}, then 0x${bytesToHex(currentVersion)} from epoch ${epoch}`;

/** What each endpoint said, where they must be compared by a person. */
export const forkAnswers = (
  answers: readonly { readonly endpoint: string; readonly value: Fork }[],
): Record<string, string> =>
  Object.fromEntries(answers.map(({ endpoint, value }) => [`${endpoint} says`, forkWords(value)]));
