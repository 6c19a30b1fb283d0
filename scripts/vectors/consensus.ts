import { contractDocument } from './contract-document.ts';

const says = (source: string, balance: number, identity = source) => ({ source, identity, balance });
const silent = (source: string) => ({ source, identity: source, unavailable: 'no answer in time' });
const asked = (...reports: readonly object[]) => ({ supply: 500, reports });

export function consensusVectors() {
  return contractDocument('consensus', 'What three sources state about a balance, against the supply.', [
    ['agreed', 'two-of-three', asked(says('custodian', 500), says('node', 500), says('audit', 400))],
    ['agreed', 'one-is-silent', asked(says('custodian', 500), says('node', 500), silent('audit'))],
    ['discrepancy', 'two-state-less', asked(says('custodian', 400), says('node', 400), says('audit', 500))],
    ['split', 'three-numbers', asked(says('custodian', 1), says('node', 2), says('audit', 3))],
    ['split', 'two-pairs', asked(says('a', 500), says('b', 500), says('c', 400), says('d', 400))],
    ['too-few-sources', 'one-answer', asked(says('custodian', 500), silent('node'), silent('audit'))],
    ['too-few-sources', 'one-source-twice', asked(says('custodian', 500), says('custodian', 500))],
    ['too-few-sources', 'one-key-two-names', asked(says('a', 500, 'key'), says('b', 500, 'key'))],
    ['too-few-sources', 'one-contradicts-itself', asked(says('a', 500), says('a', 400), says('b', 500))],
    ['too-few-sources', 'nobody', asked()],
  ]);
}
