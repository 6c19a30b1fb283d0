import type { BuiltInRuleId } from './built-in-rules.ts';
import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import type { Path, Position } from './position.ts';

export interface FindingParts {
  readonly rule: BuiltInRuleId | (string & {});
  readonly position: Position;
  /** With list items called by their id: `namedPath`. */
  readonly path?: Path;
  readonly subject: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

export function makeFinding({ rule, position, path = [], subject, message, hint }: FindingParts): Finding {
  return {
    rule,
    message,
    ...(hint === undefined ? {} : { hint }),
    position,
    fingerprint: fingerprint(rule, position.file, path, subject),
  };
}
