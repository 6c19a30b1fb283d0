import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkContract } from '../../contract/check-contract.ts';
import { runVectors } from '../../contract/run-vectors.ts';
import { readFacts } from '../../contract/source-facts.ts';
import { tryVectors, vectorsToRun } from '../../contract/try-vectors.ts';
import { OWN_BOOKS } from '../simulator/own-books.ts';
import { PARSERS } from './world.ts';

const contracts = OWN_BOOKS.flatMap((book) =>
  [...book.contracts.values()].map((contract) => ({ book, contract })),
);

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Sentences about a contract of the shipped books, with some files replaced. */
function sentences(id: string, changes: Readonly<Record<string, string>> = {}): string[] {
  const found = contracts.find(({ contract }) => contract.id === id);
  if (!found) throw new Error(`no shipped book has the contract ${id}`);
  const textOf = (file: string) => changes[file] ?? readText(file);
  const facts = readFacts({ contract: found.contract, callers: [] }, PARSERS, textOf);
  const { findings } = checkContract({
    ...found,
    facts,
    tried: tryVectors(found.book, found.contract, textOf, runVectors(vectorsToRun(found.contract), textOf)),
    textOf,
    before: undefined,
  });
  return findings.map(({ rule, position: { file, line }, hint }) => `${file}:${line} ${rule} (${hint})`);
}

const SOURCE = 'verifier/sync-committee.ts';
const withReturn = (statement: string) => {
  const text = readFileSync(SOURCE, 'utf8');
  const at = '  const keys = decodeEveryKey(pubkeys);';
  expect(text).toContain(at);
  return { [SOURCE]: text.replace(at, `  if (pubkeys.length > 99_999) ${statement}\n${at}`) };
};

test.each(contracts.map(({ contract }) => contract.id))(
  '%s is in step with everything that names it',
  (id) => {
    expect(sentences(id)).toEqual([]);
  },
);

test('`return -5` in the verifier is one finding for each rung, with its place and what mends it', () => {
  const found = sentences('sync-committee', withReturn('return -5 as never;'));
  expect(found.map((sentence) => sentence.replace(/ \(.*/, '').replace(/:\d+ /, ' '))).toEqual([
    'policies/paxiom/codes.yaml code-is-documented',
    'policies/paxiom/registry.yaml code-is-handled',
    `${SOURCE} code-is-declared`,
    `${SOURCE} code-is-returned`,
    `${SOURCE} return-names-its-code`,
    'verifier/vectors/sync-committee.json code-has-a-vector',
  ]);
  for (const sentence of found) expect(sentence).toMatch(/:\d+ .* \(.{10,}; then run `drillbook [^`]+`\)$/);
});

test('a name that no table holds lacks every rung', () => {
  const found = sentences('sync-committee', withReturn("return 'too-many-keys' as never;"));
  const rules = found.map((sentence) => /code-is-\w+|code-has-a-vector|return-\S+/.exec(sentence)?.[0]);
  expect(rules.sort()).toEqual([
    'code-has-a-vector',
    'code-is-declared',
    'code-is-documented',
    'code-is-handled',
    'code-is-returned',
  ]);
});

test('a vector that claims another code than the verifier gives is found by running it', () => {
  const file = 'verifier/vectors/sync-committee.json';
  const text = readFileSync(file, 'utf8').replace(
    '"id": "valid-five",\n      "expect": 1',
    '"id": "valid-five",\n      "expect": 0',
  );
  const found = sentences('sync-committee', { [file]: text });
  expect(found).toEqual([expect.stringMatching(/sync-committee\.json:8 vector-tells-the-truth/)]);
});
