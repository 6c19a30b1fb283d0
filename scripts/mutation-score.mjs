// Runs the campaign over all slips of the shipped books, or takes one that was run in parts, and keeps what it came to.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCORES = join('docs', 'mutation-score.json');

function campaign() {
  const out = join(mkdtempSync(join(tmpdir(), 'drillbook-mutation-')), 'whole.json');
  try {
    execFileSync(process.execPath, ['bundle/run.js', 'mutate', '--out', out], { stdio: 'inherit' });
  } catch (error) {
    if (error.status !== 1) throw error; // findings are what it is run for
  }
  return out;
}

const { result } = JSON.parse(readFileSync(process.argv[2] ?? campaign(), 'utf8'));
const FATES = {
  invalid: 'invalid',
  equivalent: 'equivalent',
  survived: 'survived',
  'no-coverage': 'notExercised',
};
const BY = { check: 'byCheck', drill: 'byDrill', proof: 'byProof' };

function tally(mutants) {
  const score = { judged: 0, killed: 0, byCheck: 0, byDrill: 0, byProof: 0, survived: 0, notExercised: 0 };
  const all = { ...score, equivalent: 0, invalid: 0 };
  for (const { fate } of mutants) {
    if (fate.kind === 'killed') {
      all.killed++;
      all[BY[fate.by.kind]]++;
    } else all[FATES[fate.kind]]++;
  }
  all.judged = all.killed + all.survived + all.notExercised;
  return all;
}

const books = [...new Set(result.mutants.map(({ book }) => book))].sort();
const scores = books.map((book) => {
  const mine = result.mutants.filter((mutant) => mutant.book === book);
  const operators = [...new Set(mine.map(({ operator }) => operator))].sort();
  return {
    book,
    day: result.day,
    score: tally(mine),
    operators: operators.map((operator) => ({
      operator,
      score: tally(mine.filter((mutant) => mutant.operator === operator)),
    })),
  };
});
writeFileSync(SCORES, `${JSON.stringify(scores, null, 2)}\n`);
