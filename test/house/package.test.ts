import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf } from './imports.ts';
import { machineTraces } from './machine-traces.ts';
import { ROOMS } from './rooms.ts';
import { sourcesIn } from './sources.ts';

interface Package {
  files: string[];
  bin: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
interface Lock {
  packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const pkg = readJson('package.json') as Package;
const lock = readJson('package-lock.json') as Lock;

test('every dependency is pinned to one version', () => {
  const all = Object.entries({ ...pkg.dependencies, ...pkg.devDependencies });
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the lock file names no host: it serves behind any registry', () => {
  const packages = Object.entries(lock.packages);
  expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([name]) => name)).toEqual([]);
});

test('the lock file and package.json ask for the same dependencies', () => {
  const root = lock.packages[''] as unknown as Package;
  expect(root.dependencies).toEqual(pkg.dependencies);
  expect(root.devDependencies).toEqual(pkg.devDependencies);
});

test('the lock file holds every optional package that another one names, else npm ci refuses it', () => {
  const locked = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const named = Object.values(lock.packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  );
  expect(named.filter((name) => !locked.has(name))).toEqual([]);
});

test('every runtime dependency is justified in docs/decisions', () => {
  const decisions = readdirSync('docs/decisions').map((file) =>
    readFileSync(join('docs/decisions', file), 'utf8'),
  );
  const justified = (name: string) => decisions.some((text) => text.includes(`\`${name}\``));
  expect(Object.keys(pkg.dependencies).filter((name) => !justified(name))).toEqual([]);
});

test('what the rooms import at run time is a dependency, not a tool of development', () => {
  const found = Object.keys(ROOMS)
    .flatMap(sourcesIn)
    .flatMap((source) =>
      importsOf(source)
        .filter(({ specifier, typeOnly }) => !typeOnly && !specifier.startsWith('.') && !isBuiltin(specifier))
        .filter(({ specifier }) => !(packageName(specifier) in pkg.dependencies))
        .map(({ specifier, line }) => `${source.path}:${line} imports ${specifier}`),
    );
  expect(found).toEqual([]);
});

const packageName = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

test('everything that the package promises to ship is there', () => {
  const promised = [...pkg.files, ...Object.values(pkg.bin)];
  expect(promised.filter((path) => !existsSync(path))).toEqual([]);
});

const tracked = existsSync('.git')
  ? execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(existsSync)
  : [];

/** What stands beside the folders. Whatever else lies there was left by a tool and is not the project's. */
const AT_THE_TOP = /^(\.(editorconfig|gitattributes|gitignore|npmrc)|[A-Z]+\.md|LICENSE|[\w.-]+\.(json|ts))$/;

test('nothing that a tool left behind is tracked at the top', () => {
  expect(tracked.filter((file) => !file.includes('/') && !AT_THE_TOP.test(file))).toEqual([]);
});

test.skipIf(tracked.length === 0)('no tracked file betrays the machine it was written on', () => {
  expect(tracked.flatMap((file) => machineTraces(file, readFileSync(file, 'utf8')))).toEqual([]);
});

test.each([
  ['/', 'work/main/cli.ts'],
  ['see /', 'root/.npmrc'],
  ['"/', 'home/alice/drillbook"'],
  ['https://registry.', 'example.com/yaml'],
])('a trace of a machine is seen in %s%s', (start, end) => {
  expect(machineTraces('x.md', `a\n${start}${end}`)).toHaveLength(1);
});

test('a path inside the repository is no trace of a machine', () => {
  expect(machineTraces('x.md', 'docs/work/plan.md, ~/home, https://example.com/home/page')).toEqual([]);
});
