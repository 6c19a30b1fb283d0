import type { Reporter } from './reporter.ts';

/** Annotations of GitHub Actions: workflow commands, their escapes as in `@actions/core`. */
export const github: Reporter = ({ findings }) =>
  findings
    .map(({ file, line, column, rule, message, hint }) => {
      const properties = Object.entries({ file, line, col: column, title: rule })
        .map(([name, value]) => `${name}=${property(String(value))}`)
        .join(',');
      return `::error ${properties}::${data(hint === undefined ? message : `${message} (${hint})`)}\n`;
    })
    .join('');

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
