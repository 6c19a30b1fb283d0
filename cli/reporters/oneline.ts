import { printable } from '../printable.ts';
import type { Reporter } from './reporter.ts';

/** For editors and grep: a line a finding, nothing when there is none. */
export const oneline: Reporter = ({ findings }) =>
  findings
    .map(({ file, line, column, rule, message, hint }) => {
      const advice = hint === undefined ? '' : ` (${hint})`;
      return `${printable(`${file}:${line}:${column}: ${message}${advice} [${rule}]`)}\n`;
    })
    .join('');
