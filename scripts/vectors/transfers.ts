import { MINT_PAUSED } from '../../verifier/solana/freeze-check.ts';
import { TOKEN_2022_PROGRAM as TOKEN } from '../../verifier/solana/program-ids.ts';
import { addressOf } from './chain-accounts.ts';
import { contractDocument } from './contract-document.ts';

const HOOK = addressOf('hook');
const failed = (code: number) => `failed: custom program error: 0x${code.toString(16)}`;

/** What the runtime logs when the hook, called by the token program, returns a code. */
const logsOf = (code: number) => [
  `Program ${TOKEN} invoke [1]`,
  'Program log: Instruction: TransferChecked',
  `Program ${HOOK} invoke [2]`,
  `Program ${HOOK} ${failed(code)}`,
  `Program ${TOKEN} ${failed(code)}`,
];

const refused = (code: number, index = 0) => ({
  slot: 1,
  err: { InstructionError: [index, { Custom: code }] },
  logs: logsOf(code),
});
const PASSED = { slot: 1, err: null, logs: [] };
const HALT = { transfer_index: 0, simulation: refused(6001), expected: [{ program: HOOK, code: 6001 }] };
const FREEZE = {
  transfer_index: 0,
  simulation: refused(6042),
  paused: true,
  expected: [{ program: HOOK, code: 6042 }, MINT_PAUSED],
};
const NOT_RUN = { slot: 1, err: 'BlockhashNotFound', logs: [] };

export function haltVectors() {
  return contractDocument('halt', 'What a simulated test transfer proves about a halt.', [
    ['halted', 'refused-by-the-hook', HALT],
    ['not-halted', 'transfer-passes', { ...HALT, simulation: PASSED }],
    ['refused-otherwise', 'other-code', { ...HALT, simulation: refused(6042) }],
    ['refused-otherwise', 'other-instruction', { ...HALT, simulation: refused(6001, 1) }],
    ['refused-otherwise', 'other-program', { ...HALT, expected: [{ program: TOKEN, code: 6001 }] }],
    ['refused-otherwise', 'never-ran', { ...HALT, simulation: NOT_RUN }],
    ['not-a-transfer', 'no-transfer', { ...HALT, transfer_index: null }],
    ['not-simulated', 'no-endpoint', { ...HALT, simulation: null }],
  ]);
}

export function freezeVectors() {
  return contractDocument('freeze', 'What a simulated test transfer and the paused flag prove together.', [
    ['frozen', 'refused-and-flag-set', FREEZE],
    ['not-frozen', 'transfer-passes', { ...FREEZE, simulation: PASSED, paused: false }],
    ['not-frozen', 'transfer-passes-flag-unread', { ...FREEZE, simulation: PASSED, paused: null }],
    ['bypassed', 'flag-set-and-transfer-passes', { ...FREEZE, simulation: PASSED }],
    ['refused-otherwise', 'another-control-refuses', { ...FREEZE, simulation: refused(6001) }],
    ['refused-otherwise', 'error-without-logs', { ...FREEZE, simulation: { ...refused(6042), logs: [] } }],
    ['flag-not-set', 'refused-and-flag-clear', { ...FREEZE, paused: false }],
    ['flag-unreadable', 'refused-and-no-flag', { ...FREEZE, paused: null }],
    ['not-a-transfer', 'no-transfer', { ...FREEZE, transfer_index: null }],
    ['not-simulated', 'no-endpoint', { ...FREEZE, simulation: null }],
  ]);
}

export function programErrorVectors() {
  const missing = `Program ${HOOK} failed: missing required signature for instruction`;
  const [first, , invoke, inner] = logsOf(6042) as [string, string, string, string];
  return contractDocument('program-error', 'Which program failed first, and with which code.', [
    ['custom-error', 'inner-program-first', { logs: logsOf(6042) }],
    ['other-error', 'no-custom-code', { logs: [`Program ${HOOK} invoke [1]`, missing] }],
    ['no-failure', 'success', { logs: [`Program ${HOOK} invoke [1]`, `Program ${HOOK} success`] }],
    ['no-failure', 'no-logs', { logs: [] }],
    ['truncated-logs', 'cut-off', { logs: [first, 'Log truncated', inner] }],
    ['malformed-logs', 'failure-without-call', { logs: [inner] }],
    ['malformed-logs', 'call-left-open', { logs: [first, invoke] }],
    ['malformed-logs', 'entry-is-no-text', { logs: [first, 7] }],
  ]);
}
