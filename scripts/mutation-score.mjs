// Runs the campaign over all slips of the shipped books, or takes those that were run already, one file a campaign, and keeps what it came to.
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

const given = process.argv.slice(2);
const parts = (given.length > 0 ? given : [campaign()]).map((file) => JSON.parse(readFileSync(file, 'utf8')));
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

function scoresOf({ origin, result }) {
  const books = [...new Set(result.mutants.map(({ book }) => book))];
  return books.map((book) => {
    const mine = result.mutants.filter((mutant) => mutant.book === book);
    const operators = [...new Set(mine.map(({ operator }) => operator))].sort();
    return {
      book,
      day: result.day,
      sample: origin.options.sample === null ? null : mine.length,
      note: null,
      score: tally(mine),
      operators: operators.map((operator) => ({
        operator,
        score: tally(mine.filter((mutant) => mutant.operator === operator)),
      })),
    };
  });
}

const scores = parts.flatMap(scoresOf).sort((a, b) => (a.book < b.book ? -1 : 1));
writeFileSync(SCORES, `${JSON.stringify(scores, null, 2)}\n`);
