import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const moreSigners: Operator = {
  id: 'more-signers',
  summary: 'One signer more is asked for.',
  apply: (subject) =>
    under(subject, 'at_least').map(({ path, value }) => [{ op: 'set', path, to: Number(value) + 1 }]),
};
