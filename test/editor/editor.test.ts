import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { behind, page } from './small-page.ts';
import { type Editor, startEditor } from './yaml-language-server.ts';

const RUNBOOK = 'runbooks/small/shop-down.yaml';

let editor: Editor;
beforeAll(async () => {
  editor = await startEditor();
});
afterAll(() => editor.quit());

/** Opens the runbook of the small book with one text replaced, under a name of its own in the same folder. */
let copies = 0;
function openWith(before: string, after: string) {
  const { path, text } = page(RUNBOOK);
  if (!text.includes(before)) throw new Error(`there is no ${before}`);
  const changed = text.replace(before, after);
  return { text: changed, uri: editor.open(path.replace('shop-down', `copy-${++copies}`), changed) };
}

const yamlIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => join(folder, file));

test('the first line of every file leads to its schema, and a sound book has no diagnostics', async () => {
  const opened = ['test/fixtures/books/small', 'policies', 'runbooks', 'scenarios']
    .flatMap(yamlIn)
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      return { file, text, uri: editor.open(file, text) };
    });
  expect(opened.length).toBeGreaterThan(80);
  for (const { file, text, uri } of opened) {
    expect(await editor.diagnostics(uri), file).toEqual([]);
    const kind = /^kind: (.*)$/m.exec(text)?.[1];
    expect(await editor.hover(uri, behind(text, 'kind')), file).toContain(`[${kind}.schema.json]`);
  }
}, 60_000);

test('inside a step the keys that it has not yet are offered, each with what it means', async () => {
  const { text, uri } = openWith('        takes: 1m..5m\n', '        takes: 1m..5m\n        \n');
  const offered = await editor.complete(uri, behind(text, 'takes: 1m..5m\n        '));
  const labels = offered.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['requires', 'within', 'destroys', 'authority', 'outcomes']));
  expect(labels.filter((label) => ['id', 'text', 'by', 'takes', 'phases', 'kind'].includes(label))).toEqual(
    [],
  );
  expect(offered.filter(({ documentation }) => !documentation)).toEqual([]);
});

test('at the top of a runbook every key that is offered says what it means', async () => {
  const { text, uri } = openWith('kind: runbook\n', 'kind: runbook\n\n');
  const offered = await editor.complete(uri, behind(text, 'kind: runbook\n'));
  expect(offered.map(({ label }) => label)).toContain('summary');
  expect(offered.filter(({ documentation }) => !documentation)).toEqual([]);
});

test('where one of a few words must stand, these words are offered', async () => {
  const { text, uri } = openWith('role_of_step: preserve', 'role_of_step: ');
  const offered = await editor.complete(uri, behind(text, 'role_of_step: '));
  expect(offered.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['detect', 'triage', 'preserve', 'diagnose', 'fix']),
  );
});

test('a key tells what it means', async () => {
  const { path, text } = page(RUNBOOK);
  const uri = editor.open(path, text);
  expect(await editor.hover(uri, behind(text, 'withi'))).toContain('A checked deadline; it forces nobody.');
  expect(await editor.hover(uri, behind(text, 'phase'))).toContain('The parts of the procedure');
  expect(await editor.hover(uri, behind(text, 'role_of'))).toContain('* `preserve`');
});

test('an unknown key is marked where it stands', async () => {
  const { text, uri } = openWith('takes: 1m..5m', 'taks: 1m..5m');
  const [found, ...more] = await editor.diagnostics(uri);
  expect(more).toEqual([]);
  expect(found?.message).toBe('Property taks is not allowed.');
  expect(found?.range.end).toEqual(behind(text, 'taks'));
});

test.each([
  ['a duration in words', 'by: 30m, from', 'by: 30 minutes, from', 'by: 30 minutes'],
  ['a span in words', 'takes: 1m..5m', 'takes: about 5m', 'takes: about 5m'],
  ['an id with capitals', 'id: save-logs', 'id: Save-Logs', 'id: Save-Logs'],
])('%s is marked by a pattern: the server asks no format', async (_, before, after, marked) => {
  const { text, uri } = openWith(before, after);
  const found = await editor.diagnostics(uri);
  expect(found.map(({ range }) => range.end)).toEqual([behind(text, marked)]);
});

test('a key that must be there and is not is marked', async () => {
  const { uri } = openWith('        text: Copy the logs of the last hour.\n', '');
  expect((await editor.diagnostics(uri)).map(({ message }) => message)).toEqual(['Missing property "text".']);
});
