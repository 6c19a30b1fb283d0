import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { vectorDocuments } from '../../scripts/vectors/documents.ts';
import { CONTRACTS, type ContractId } from '../../verifier/contracts.ts';
import { FAILURE_CLASSES } from '../../verifier/ethereum/failure-classes.ts';
import { runVectors } from '../../verifier/run-vectors.ts';
import { UNPROVED_CLASSES } from '../../verifier/unproved-codes.ts';
import { vectorsVerdict } from '../../verifier/vectors-verdict.ts';

const DOCUMENTS = vectorDocuments();
const shipped = (name: string) =>
  readFileSync(new URL(`../../verifier/vectors/${name}`, import.meta.url), 'utf8');

test.for(Object.keys(DOCUMENTS))('%s is what its generator writes', (name) => {
  expect(JSON.parse(shipped(name))).toEqual(DOCUMENTS[name]);
});

test.for(Object.keys(DOCUMENTS))('the verifier agrees with every vector of %s, and skips none', (name) => {
  const report = runVectors(shipped(name));
  expect(report).toMatchObject({ kind: 'ran', skipped: [], mismatches: [] });
  expect(report).toMatchObject({ total: (report as { agreed: number }).agreed });
});

/** Where the codes of a contract stand in the shipped files: which file, which of its lists. */
const PLACES: Readonly<Partial<Record<ContractId, readonly [string, ...string[]]>>> = {
  update: ['light-client-update.json', 'updates'],
  bootstrap: ['light-client-update.json', 'bootstraps'],
  beacon: ['beacon-failures.json', 'answers', 'forks'],
};

function provedCodes(id: ContractId): Set<number> {
  const [file, ...lists] = PLACES[id] ?? [`${id}.json`, 'vectors'];
  const document = JSON.parse(shipped(file)) as Record<string, { expect: number }[]>;
  return new Set(lists.flatMap((list) => document[list] ?? []).map(({ expect }) => expect));
}

test.for((Object.keys(CONTRACTS) as ContractId[]).filter((id) => id !== 'beacon' && id !== 'vectors'))(
  'every code of %s has a vector that produces it, and no vector has another',
  (id) => {
    const codes = Object.values(CONTRACTS[id].table).map(({ code }) => code);
    expect(provedCodes(id)).toEqual(new Set(codes));
  },
);

test('the classes of failure without a vector are those listed as such, for they take several endpoints', () => {
  const proved = provedCodes('beacon');
  const others = Object.entries(FAILURE_CLASSES).filter(([, { code }]) => !proved.has(code));
  expect(others.map(([name]) => name)).toEqual(UNPROVED_CLASSES);
});

const ROW = JSON.parse(shipped('slot-age.json'));
const GOOD = runVectors(JSON.stringify(ROW));
const BAD = runVectors(JSON.stringify({ ...ROW, vectors: [{ ...ROW.vectors[0], expect: -1 }] }));
const NONE = runVectors(JSON.stringify({ ...ROW, vectors: [] }));
const BROKEN = runVectors('{');

test('a run is as good as its worst file, and no file at all is not good', () => {
  expect(vectorsVerdict([GOOD, GOOD])).toBe('agreed');
  expect(vectorsVerdict([])).toBe('nothing-ran');
  expect(vectorsVerdict([GOOD, NONE])).toBe('nothing-ran');
  expect(vectorsVerdict([GOOD, NONE, BROKEN])).toBe('malformed-file');
  expect(vectorsVerdict([GOOD, NONE, BROKEN, BAD])).toBe('mismatch');
});
