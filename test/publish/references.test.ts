import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandReference, commandTable, type ShownCommand } from '../../publish/command-reference.ts';
import type { Schema } from '../../publish/schema-reference/schema.ts';
import { schemaReference } from '../../publish/schema-reference/schema-reference.ts';

const command = (id: string, more: Partial<ShownCommand> = {}): ShownCommand => ({
  id,
  summary: `Do ${id}.`,
  args: {},
  flags: {},
  ...more,
});
const GROUPS = [
  {
    title: 'Try it',
    commands: [
      command('play', {
        args: { file: { name: 'file', required: true, description: 'What | to play.' } },
        flags: {
          json: { name: 'json', type: 'boolean' },
          pace: {
            name: 'pace',
            char: 'p',
            type: 'option',
            helpValue: 'N',
            multiple: true,
            default: 3,
            summary: 'How fast.',
          },
        },
        examples: ['<%= config.bin %> play a.yaml'],
      }),
      command('ask:one'),
      command('ask:two'),
    ],
  },
];

test('a command is shown with its usage, what may be left out in brackets, and its examples as typed', () => {
  const page = commandReference('tool', GROUPS);
  expect(page).toContain('### tool play\n\n**Do play.**');
  expect(page).toContain('```sh\ntool play FILE [--pace N]...\n```');
  expect(page).toContain('| `FILE` | What \\| to play. Required. |');
  expect(page).toContain('| `-p`, `--pace N` | How fast. Without it: 3. |');
  expect(page).toContain('```sh\ntool play a.yaml\n```');
  expect(page).not.toContain('--json');
});

test('a short table has one line for all commands that begin alike', () => {
  const rows = commandTable('tool', GROUPS, 'commands.md').split('\n').slice(2);
  expect(rows).toEqual([
    '| [`tool play`](commands.md#tool-play) | Do play. |',
    '| [`tool ask ...`](commands.md#tool-ask-one) | `one`, `two` |',
  ]);
});

/** Every name of a field that a schema describes anywhere. */
const fieldsOf = (schema: unknown): string[] => {
  if (schema === null || typeof schema !== 'object') return [];
  const { properties } = schema as Schema;
  const own = Array.isArray(schema) || typeof properties !== 'object' ? [] : Object.keys(properties);
  return [...own, ...Object.values(schema).flatMap(fieldsOf)];
};

test.each(readdirSync('schemas').filter((file) => file.endsWith('.json')))(
  'the reference shows every field of %s',
  (file) => {
    const schema = JSON.parse(readFileSync(`schemas/${file}`, 'utf8')) as Schema;
    const kind = file.replace('.schema.json', '');
    const page = schemaReference([{ kind, schema, place: kind === 'common' ? undefined : 'policies' }]);
    const shown = new Set(
      [...page.matchAll(/^\| (?:\*\*)?`([^`]+)`/gm)].map(([, path = '']) => path.split('.').at(-1)),
    );
    const names = fieldsOf(schema);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect([...shown], name).toContain(name);
  },
);
