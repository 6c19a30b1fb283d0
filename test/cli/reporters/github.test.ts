import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../../cli/printable.ts';
import { github } from '../../../cli/reporters/github.ts';
import { AROUND, anyReport } from './some-report.ts';

/** A workflow command as the runner of GitHub Actions reads it: `::name key=value,key=value::data`. */
const COMMAND = /^::([a-z-]+) ((?:[a-zA-Z]+=[^,:\r\n]*,)*[a-zA-Z]+=[^,:\r\n]*)::([^\r\n]*)$/;

function readCommand(line: string) {
  const [, name, properties = '', data = ''] = COMMAND.exec(line) ?? [];
  const pairs = properties.split(',').map((pair) => {
    const [key = '', ...value] = pair.split('=');
    return [key, unescapeProperty(value.join('='))] as const;
  });
  return { name, ...Object.fromEntries(pairs), data: unescapeData(data) };
}

const unescapeData = (text: string) =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const unescapeProperty = (text: string) => unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));

test('whatever a book says, a finding is one workflow command and the runner reads back what was meant', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const written = github(report, AROUND);
      const lines = written.split('\n').slice(0, -1);
      expect(lines.map(readCommand)).toEqual(
        report.findings.map(({ file, line, column, rule, message, hint }) => ({
          name: 'error',
          file: printable(`ops/${file}`),
          line: String(line),
          col: String(column),
          title: rule,
          data: printable(hint === undefined ? message : `${message} (${hint})`),
        })),
      );
    }),
  );
});

test('no line starts a command of its own, in the old syntax either', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const written = github(report, AROUND);
      for (const line of written.split(/[\n\r\u2028\u2029\u0085]/).filter((text) => text !== ''))
        expect(line).toMatch(/^::error file=ops\//);
      expect(written).not.toContain('##[');
    }),
  );
});
