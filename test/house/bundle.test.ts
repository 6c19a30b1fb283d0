import { expect, test } from 'vitest';
import { bundleGraph, loadedWith } from './bundle-graph.ts';

const graph = bundleGraph();
const entries = [...graph.keys()].filter((file) => /^(commands\/|run\.js|help\.js|hooks\/)/.test(file));

/** Packages that are large, native or WebAssembly, and who may ever ask for them. */
const ASKED_BY: Readonly<Record<string, RegExp>> = {
  'typescript-parser.cjs': /^commands\/(codes|ci|explain)\.js$/,
  'web-tree-sitter': /^commands\/(codes|ci|explain)\.js$/,
  'tree-sitter-rust': /^commands\/(codes|ci|explain)\.js$/,
  litesvm: /^commands\/rehearse\//,
  '@solana/web3.js': /^commands\/(rehearse|verify)\//,
};

/** What is asked for late is seen as its name in quotes. */
const names = (files: Iterable<string>, name: string) =>
  [...files].filter((file) =>
    new RegExp(`["'\`](?:\\./)?${name}(/[^"'\`]*)?["'\`]`).test(graph.get(file)?.text ?? ''),
  );

test('the graph of the bundle is read: every command has its entry and leads to others', () => {
  expect(entries.length).toBeGreaterThan(15);
  for (const entry of entries.filter((each) => each.startsWith('commands/')))
    expect(loadedWith(graph, entry).size, entry).toBeGreaterThan(3);
});

test.each(Object.entries(ASKED_BY))(
  '%s is never loaded before a command runs, and only some can ask for it',
  (name, users) => {
    for (const entry of entries) {
      const [now, ever] = [loadedWith(graph, entry), loadedWith(graph, entry, true)];
      expect([...now], `${entry} imports ${name}`).not.toContain(name);
      if (!users.test(entry)) expect(names(ever, name), `${entry} can reach ${name}`).toEqual([]);
    }
    const askers = entries.filter((entry) => names(loadedWith(graph, entry, true), name).length > 0);
    expect(askers.length, `nobody asks for ${name}`).toBeGreaterThan(0);
  },
);

test('`ci` starts without what compares codes: no vector is run before a book has a registry', () => {
  const holds = (asked: boolean) =>
    [...loadedWith(graph, 'commands/ci.js', asked)].some((file) =>
      graph.get(file)?.text.includes('nests too deeply to be read'),
    );
  expect([holds(false), holds(true)]).toEqual([false, true]);
});

test('sources are parsed in a thread, never in the one that reads the books', () => {
  const parses = (entry: string) =>
    [...loadedWith(graph, entry, true)].some((file) => graph.get(file)?.text.includes('Parser.init()'));
  expect(['commands/ci.js', 'commands/codes.js', 'workers/sources.js'].map(parses)).toEqual([
    false,
    false,
    true,
  ]);
});
