import type { Finding } from './finding.ts';

/** Orders findings by file, line, column and rule. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.position.file, b.position.file) ||
    a.position.line - b.position.line ||
    a.position.column - b.position.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
