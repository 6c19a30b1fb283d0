import { contractDocument } from './contract-document.ts';

const FORK = { previous_version: '0x05000000', current_version: '0x06000000', epoch: '1000' };
const [OLD, NEW] = [FORK.previous_version, FORK.current_version];
const BOUNDARY = 32_000;

const seen = (attested: number, signature: number, used: string, verified: boolean) => ({
  fork: FORK,
  attested_slot: attested,
  signature_slot: signature,
  used,
  verified,
});
const after = (used: string, verified: boolean) => seen(BOUNDARY + 9, BOUNDARY + 10, used, verified);

export function forkVersionVectors() {
  const crossed = { ...seen(BOUNDARY, BOUNDARY + 1, NEW, true), used_before: OLD };
  return contractDocument('fork-version', 'What one verification shows about the fork version it used.', [
    ['unremarkable', 'long-after-the-fork', { ...after(NEW, true), used_before: NEW }],
    ['unremarkable', 'first-block-of-the-fork', seen(BOUNDARY - 1, BOUNDARY, OLD, true)],
    ['fork-boundary-informational', 'first-signature-under-the-new-version', crossed],
    ['fork-boundary-bug', 'current-version-in-the-first-block', seen(BOUNDARY - 1, BOUNDARY, NEW, false)],
    ['hard-coded-version', 'a-version-of-neither-side', after('0x04000000', false)],
    ['unexplained', 'right-version-wrong-signature', after(NEW, false)],
  ]);
}
