import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const fewerSigners: Operator = {
  id: 'fewer-signers',
  summary: 'One signer fewer is enough.',
  safety: true,
  apply: (subject) =>
    under(subject, 'at_least').map(({ path, value }) => [{ op: 'set', path, to: Number(value) - 1 }]),
};
