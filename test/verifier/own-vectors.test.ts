import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { vectorDocuments } from '../../scripts/vectors/documents.ts';
import { CONTRACTS, type ContractId } from '../../verifier/contracts.ts';
import { runVectors } from '../../verifier/run-vectors.ts';
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

/** Where the codes of a contract stand in the shipped files: lists of which files. */
const PLACES: Readonly<Partial<Record<ContractId, readonly (readonly [file: string, list: string])[]>>> = {
  update: [['light-client-update.json', 'updates']],
  bootstrap: [['light-client-update.json', 'bootstraps']],
  beacon: [
    ['beacon-failures.json', 'answers'],
    ['beacon-failures.json', 'forks'],
    ['beacon-endpoints.json', 'endpoint_reads'],
  ],
};

function provedCodes(id: ContractId): Set<number> {
  const places = PLACES[id] ?? [[`${id}.json`, 'vectors'] as const];
  const vectors = places.flatMap(([file, list]) => JSON.parse(shipped(file))[list] as { expect?: number }[]);
  return new Set(vectors.flatMap(({ expect }) => expect ?? []));
}

test.for((Object.keys(CONTRACTS) as ContractId[]).filter((id) => id !== 'vectors'))(
  'every code of %s has a vector that produces it, and no vector has another',
  (id) => {
    const codes = Object.values(CONTRACTS[id].table).map(({ code }) => code);
    expect(provedCodes(id)).toEqual(new Set(codes));
  },
);

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
