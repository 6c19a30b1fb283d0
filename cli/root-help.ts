import { groupedCommands } from './command-groups.ts';
import { EXIT_CODES } from './exit-codes.ts';

export interface CommandLine {
  /** Words parted by spaces, as typed. */
  id: string;
  summary: string;
}

const EXAMPLES: readonly [string, string][] = [
  ['drillbook ci', 'check the book, play every drill, say what broke'],
  ['drillbook replay', 'play the drills minute by minute'],
  ['drillbook who --severity P0', 'whom to call now, and who is next'],
];

/** The page of `drillbook --help`: examples, one line per command, exit codes. */
export function rootHelp(description: string, commands: readonly CommandLine[]): string {
  const exits = Object.values(EXIT_CODES).map(({ code, meaning }): [string, string] => [
    String(code),
    meaning,
  ]);
  const sections = [
    `${description}\n`,
    section('Examples', EXAMPLES),
    ...groupedCommands(commands).map(({ title, commands: lines }) =>
      section(
        title,
        lines.map(({ id, summary }) => [id, summary]),
      ),
    ),
    section('Exit codes', exits),
    'drillbook COMMAND --help says more. Most commands take --json.\n',
  ];
  return sections.join('\n');
}

function section(title: string, lines: readonly [string, string][]): string {
  const width = Math.max(...lines.map(([left]) => left.length));
  return `${title}\n${lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('')}`;
}
