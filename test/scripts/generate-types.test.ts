import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const SCRIPT = resolve('scripts/generate-types.mjs');
const COMMON = {
  $defs: { minutes: { type: 'string', pattern: '^[0-9]+m$', description: 'A number of minutes.' } },
};
const PAGER = {
  type: 'object',
  required: ['wait'],
  additionalProperties: false,
  properties: {
    wait: { $ref: 'common.schema.json#/$defs/minutes', 'x-ref': 'anything' },
    react: { $ref: '#/$defs/reaction' },
  },
  $defs: { reaction: { enum: ['call', 'wait'] } },
};
const ROUTE = {
  type: 'object',
  additionalProperties: false,
  properties: { after: { $ref: 'common.schema.json#/$defs/minutes' } },
};

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'drillbook-gen-'));
  mkdirSync(join(dir, 'schemas'));
  symlinkSync(resolve('node_modules'), join(dir, 'node_modules'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(schemas: Record<string, object>): void {
  for (const [name, schema] of Object.entries(schemas)) {
    const file = `${name}.schema.json`;
    const $schema = 'https://json-schema.org/draft/2020-12/schema';
    const whole = { $schema, $id: `https://drillbook.dev/schemas/${file}`, ...schema };
    writeFileSync(join(dir, 'schemas', file), JSON.stringify(whole));
  }
}

const generate = (...argv: string[]) =>
  spawnSync(process.execPath, [SCRIPT, ...argv], { cwd: dir, encoding: 'utf8' });
const generated = (file: string) => readFileSync(join(dir, 'model/generated', file), 'utf8');

test('a definition that two schemas share is declared once, under its own name', () => {
  write({ common: COMMON, 'on-call-pager': PAGER, route: ROUTE });
  expect(generate()).toMatchObject({ status: 0, stderr: '' });
  const types = generated('types.ts');
  expect(types.match(/export type Minutes\b/g)).toHaveLength(1);
  expect(types).not.toMatch(/Minutes\d/);
  expect(types).toMatch(
    /export interface OnCallPagerDocument \{\n {2}wait: Minutes;\n {2}react\?: Reaction;\n\}/,
  );
  expect(types).toMatch(/'on-call-pager': OnCallPagerDocument;\n {2}'route': RouteDocument;/);
});

test('the compiled validators stand alone and give their verdict', async () => {
  write({ common: COMMON, 'on-call-pager': PAGER });
  generate();
  expect(generated('validators.js')).not.toMatch(/^\s*import\b|\brequire\(/m);
  const url = pathToFileURL(join(dir, 'model/generated/validators.js')).href;
  const { validators } = (await import(url)) as typeof import('../../model/generated/validators.js');
  const validate = validators['on-call-pager' as keyof typeof validators] as (typeof validators)['book'];
  expect(validate({ wait: '5m' })).toBe(true);
  expect(validate({ wait: 'soon' })).toBe(false);
  expect(validate({ wait: '5m', zeal: 1 })).toBe(false);
});

test('--check is silent on fresh files and names a stale one', () => {
  write({ common: COMMON, pager: PAGER });
  generate();
  expect(generate('--check')).toMatchObject({ status: 0, stderr: '' });
  write({ pager: { ...PAGER, required: [] } });
  const { status, stderr } = generate('--check');
  expect(status).toBe(1);
  expect(stderr).toContain('model/generated/types.ts');
});

test('no schema at all gives files that still compile', () => {
  expect(generate()).toMatchObject({ status: 0, stderr: '' });
  expect(generated('validators.js')).toContain('export const validators = {}');
});

test.each([
  [
    'a type declared in two files',
    { a: { $defs: { x: { type: 'string' } } }, b: { $defs: { x: { type: 'null' } } } },
    'declared twice',
  ],
  [
    'a $id that does not fit its file',
    { a: { $id: 'https://drillbook.dev/schemas/b.schema.json' } },
    '$id must be',
  ],
  ['a $ref to nowhere', { a: { properties: { x: { $ref: '#/$defs/gone' } } } }, '#/$defs/gone'],
  ['a misspelt keyword', { a: { type: 'object', propertys: {} } }, 'propertys'],
])('%s is refused by name', (_, schemas, message) => {
  write(schemas);
  const { status, stderr } = generate();
  expect(status).toBe(1);
  expect(stderr).toContain(message);
});
