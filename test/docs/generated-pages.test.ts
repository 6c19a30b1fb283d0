import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { anchor } from '../../publish/schema-reference/type-words.ts';
import { ALL_RULES } from '../../rules/all.ts';
import { FAMILIES } from '../../rules/families.ts';
import { commandParts } from '../../scripts/docs/command-parts.ts';
import { docsMark } from '../../scripts/docs/docs-mark.ts';
import { renderDocs } from '../../scripts/docs/docs-report.ts';
import { compared } from '../../scripts/docs/run-docs.ts';
import { pages } from '../../scripts/docs/stray-marks.ts';
import { partsFromSource } from '../../scripts/docs/wanted-parts.ts';
import { TRACE_VERSION } from '../../simulator/run/trace.ts';
import { CONTRACTS } from '../../verifier/contracts.ts';
import { OWN_FILES } from '../simulator/own-files.ts';

const wanted = [...partsFromSource(), ...commandParts()];

test('every generated part of our pages says what its source says, the outputs in the README aside', () => {
  const report = compared(wanted);
  const strays = report.strays.filter(({ mark }) => !mark.name.startsWith('output-'));
  const nothingWrong = renderDocs({ parts: wanted.length, stale: [], strays: [] });
  expect(renderDocs({ ...report, strays })).toBe(nothingWrong);
});

test('what is stale is told with its place, the lines that change, and the command that mends it', () => {
  const [part] = wanted;
  if (!part) throw new Error('nothing is generated');
  const missing = { ...part, file: 'docs/nowhere.md', text: 'New.' };
  const other = { ...part, mark: docsMark('rules'), file: 'docs/rules/README.md', text: '# Rules\n\nNew.' };
  const told = renderDocs(compared([missing, other]));
  expect(told).toContain('docs/nowhere.md:1 is not there\n  +New.\n');
  expect(told).toMatch(/docs\/rules\/README\.md:1 is stale in the part "rules"\n(?: {2}[ +-].*\n)+/);
  expect(told).toContain('  +New.');
  expect(told).toContain('docs/trace.md has a part "trace-kinds" that nothing generates');
  expect(told).toMatch(/\n✗ \d+ parts of 2 to mend: npm run docs$/);
});

test('every rule has a page and every shipped book a page of findings, and no folder holds another', () => {
  const known = new Set(wanted.map(({ file }) => file));
  for (const folder of ['docs/rules', 'docs/findings'])
    for (const file of readdirSync(folder)) expect([...known]).toContain(`${folder}/${file}`);
  for (const book of Object.keys(OWN_FILES)) expect([...known]).toContain(`docs/findings/${book}.md`);
});

test('every rule belongs to exactly one family, so that no finding is left out of a page', () => {
  const named = FAMILIES.flatMap(({ rules }) => rules);
  expect([...named].sort()).toEqual(ALL_RULES.map(({ id }) => id).sort());
});

test('every link inside a page and between pages leads to a heading or a file that is there', () => {
  const headings = new Map(pages().map((page) => [page, headingsOf(page)]));
  const dead = pages().flatMap((page) =>
    linksOf(page)
      .filter((link) => {
        const [file = '', heading] = link.split('#');
        const target = file === '' ? page : new URL(file, `file:///${page}`).pathname.slice(1);
        if (headings.has(target)) return heading !== undefined && !headings.get(target)?.has(heading);
        return !exists(target);
      })
      .map((link) => `${page}: ${link}`),
  );
  expect(dead).toEqual([]);
});

test('the page of the trace shows the version that is written', () => {
  expect(readFileSync('docs/trace.md', 'utf8')).toContain(`"version": ${TRACE_VERSION}`);
});

test('a step may name every check, and no other', () => {
  const schema = JSON.parse(readFileSync('schemas/runbook.schema.json', 'utf8'));
  expect(schema.$defs.step.properties.check.enum).toEqual(Object.keys(CONTRACTS));
});

test('every output that the README shows is one that is generated', () => {
  const readme = readFileSync('README.md', 'utf8');
  const blocks = [...readme.matchAll(/^(.*)\n```console\n\$ (.*)$/gm)];
  const shown = blocks.filter(([, , command = '']) => command.includes('npx drillbook'));
  expect(shown.length).toBeGreaterThanOrEqual(3);
  for (const [, before, command] of shown) expect(before, command).toMatch(/^<!-- docs: output-/);
});

const headingsOf = (page: string): Set<string> =>
  new Set(
    [...withoutFences(page).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
      anchor(text.replaceAll(/[^\p{L}\p{N} _-]/gu, '')),
    ),
  );

/** Without those that lead out of the repository. */
const linksOf = (page: string): string[] =>
  [...withoutFences(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link) && !/#L\d+$/.test(link));

const withoutFences = (page: string): string =>
  readFileSync(page, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');

function exists(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR';
  }
}
