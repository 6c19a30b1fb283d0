import { FAILURE_CLASSES, type FailureClass } from '../../verifier/ethereum/failure-classes.ts';

const FORK = { previous_version: '0x05000000', current_version: '0x06000000', epoch: '1000' };
const OLD = FORK.previous_version;
const NEW = FORK.current_version;
const FORK_SLOT = 32_000;
const NOTICE = 'Host not in allowlist';

/** One answer, or one verification around a fork, for each class of failure that can be told from it. */
export function beaconFailureVectors() {
  return {
    description:
      'Classes of failure: what one answer of an endpoint, or one verification around a fork, proves.',
    generator: 'scripts/generate-vectors.mjs (deterministic)',
    answers: answers(),
    forks: forks(),
  };
}

function answers() {
  const answer = (name: FailureClass, id: string, status: number, body: string, denyReason?: string) => ({
    id,
    expect: FAILURE_CLASSES[name].code,
    status,
    ...(denyReason === undefined ? {} : { deny_reason: denyReason }),
    body,
  });
  return [
    answer('sandbox', 'deny-header', 403, NOTICE, 'host_not_allowed'),
    answer('sandbox', 'deny-header-other-body', 403, '{}', 'host_not_allowed'),
    answer('sandbox', 'allowlist-notice', 403, NOTICE),
    answer('sandbox', 'allowlist-notice-with-200', 200, `${NOTICE}: beacon.example`),
    answer('credential', 'bare-403', 403, 'Forbidden'),
    answer('credential', 'empty-403', 403, ''),
    answer('credential', 'json-403', 403, '{"message":"API key is not valid"}'),
    answer('credential', '401', 401, '{"message":"no API key"}'),
    answer('credential', '407', 407, ''),
    answer('endpoint-outage', 'json-that-quotes-the-notice', 500, `{"message":"${NOTICE}"}`),
    answer('endpoint-outage', '429', 429, 'Too Many Requests'),
    answer('endpoint-outage', '502', 502, '<html>Bad Gateway</html>'),
    answer('endpoint-outage', 'html-with-200', 200, '<html>maintenance</html>'),
    answer('endpoint-outage', 'plain-text-with-200', 200, 'expected value'),
    answer('endpoint-outage', 'truncated-json', 200, '{"data":{"previous_version":"0x05'),
    answer('endpoint-outage', 'empty', 200, ''),
    answer('endpoint-outage', 'redirect', 302, ''),
  ];
}

function forks() {
  const seen = (
    name: FailureClass,
    id: string,
    slots: [number, number],
    used: string,
    verified: boolean,
  ) => ({
    id,
    expect: FAILURE_CLASSES[name].code,
    fork: FORK,
    attested_slot: String(slots[0]),
    signature_slot: String(slots[1]),
    used,
    verified,
  });
  const first = seen(
    'fork-boundary-informational',
    'first-signature-of-the-fork',
    [FORK_SLOT, FORK_SLOT + 1],
    NEW,
    true,
  );
  const [before, after] = [
    [FORK_SLOT - 1, FORK_SLOT] as [number, number],
    [FORK_SLOT + 9, FORK_SLOT + 10] as [number, number],
  ];
  const skipped: [number, number] = [FORK_SLOT - 1, FORK_SLOT + 1];
  return [
    { ...first, used_before: OLD },
    seen('fork-boundary-bug', 'current-version-in-the-first-block', before, NEW, false),
    seen('fork-boundary-bug', 'current-version-before-the-fork', [FORK_SLOT - 9, FORK_SLOT - 8], NEW, false),
    seen('fork-boundary-bug', 'version-of-the-attested-slot', skipped, OLD, false),
    seen('hard-coded-version', 'previous-version-after-the-fork', after, OLD, false),
    seen('hard-coded-version', 'a-version-of-neither-side', after, '0x04000000', false),
    seen('unexplained', 'right-version-wrong-signature', after, NEW, false),
    seen('unexplained', 'right-version-before-the-fork', before, OLD, false),
  ];
}
