import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { vectorDocuments } from '../../scripts/vectors/documents.ts';
import { BOOTSTRAP_CODES } from '../../verifier/ethereum/bootstrap-codes.ts';
import { FAILURE_CLASSES } from '../../verifier/ethereum/failure-classes.ts';
import { UPDATE_CODES } from '../../verifier/ethereum/update-codes.ts';
import { runVectors } from '../../verifier/run-vectors.ts';
import { SYNC_COMMITTEE_CODES } from '../../verifier/sync-committee-codes.ts';

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

test('every code of the primitive, of the update and of the bootstrap has a vector that produces it', () => {
  const codesIn = (name: string, list: string) =>
    new Set((JSON.parse(shipped(name))[list] as { expect: number }[]).map(({ expect }) => expect));
  const codesOf = (table: Record<string, { code: number }>) =>
    new Set(Object.values(table).map(({ code }) => code));
  expect(codesIn('sync-committee.json', 'vectors')).toEqual(codesOf(SYNC_COMMITTEE_CODES));
  expect(codesIn('light-client-update.json', 'updates')).toEqual(codesOf(UPDATE_CODES));
  expect(codesIn('light-client-update.json', 'bootstraps')).toEqual(codesOf(BOOTSTRAP_CODES));
});

test('every class that one answer or one verification can prove has a vector; the others take several endpoints', () => {
  const document = JSON.parse(shipped('beacon-failures.json')) as Record<string, { expect: number }[]>;
  const proved = new Set(
    [...(document['answers'] ?? []), ...(document['forks'] ?? [])].map(({ expect }) => expect),
  );
  const others = Object.entries(FAILURE_CLASSES).filter(([, { code }]) => !proved.has(code));
  expect(others.map(([name]) => name)).toEqual([
    'stale',
    'wrong-network',
    'disagreement',
    'single-source',
    'several-causes',
  ]);
});
