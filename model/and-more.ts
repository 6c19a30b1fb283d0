import type { BuiltInRuleId } from './built-in-rules.ts';
import type { Finding } from './finding.ts';
import { makeFinding } from './make-finding.ts';

/** Says that a file has more findings than are listed: a hostile one can have a million. */
export function andMore(rule: BuiltInRuleId, file: string, dropped: number): Finding[] {
  if (dropped === 0) return [];
  const position = { file, line: 1, column: 1 };
  const message = `${dropped} more findings in this file are not shown`;
  return [makeFinding({ rule, position, subject: 'more', message })];
}
