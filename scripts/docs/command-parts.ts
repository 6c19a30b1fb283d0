import { readFileSync } from 'node:fs';
import { groupedCommands } from '../../cli/command-groups.ts';
import { commandReference, commandTable, type ShownCommand } from '../../publish/command-reference.ts';
import type { WantedPart } from '../../publish/parts/stale-part.ts';
import { docsMark } from './docs-mark.ts';

/** `docs/commands.md`, and the table of commands in the README. Both come from the built program. */
export function commandParts(): WantedPart[] {
  const { commands } = JSON.parse(readFileSync('bundle/oclif.manifest.json', 'utf8')) as {
    commands: Readonly<Record<string, ShownCommand>>;
  };
  const groups = groupedCommands(
    Object.values(commands).map((command) => ({ ...command, id: command.id.replaceAll(':', ' ') })),
  );
  return [
    { file: 'docs/commands.md', mark: docsMark('commands'), text: commandReference('drillbook', groups) },
    {
      file: 'README.md',
      mark: docsMark('commands'),
      text: commandTable('drillbook', groups, 'docs/commands.md'),
    },
  ];
}
