import { escalationPathEnds } from './escalation-path-ends.ts';
import { everyCodeOfACheckIsHandled } from './every-code-of-a-check-is-handled.ts';
import { fileIsNamedForItsDocument } from './file-is-named-for-its-document.ts';
import { pageMovesOn } from './page-moves-on.ts';
import { quorumCanBeMet } from './quorum-can-be-met.ts';
import type { Rule } from './rule.ts';

/** Every rule that `check` runs, in the order of their names. */
export const ALL_RULES: readonly Rule[] = [
  escalationPathEnds,
  everyCodeOfACheckIsHandled,
  fileIsNamedForItsDocument,
  pageMovesOn,
  quorumCanBeMet,
];
