// Runs the campaign over all slips of the shipped books, or takes those that were run already, one file a campaign, and keeps what it came to.
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withCompiled } from './compile.mjs';

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
const files = given.length > 0 ? given : [campaign()];
await withCompiled(['scripts/docs/mutation-scores.ts'], async (load) => {
  const { keepScores } = await load('scripts/docs/mutation-scores.ts');
  keepScores(files);
});
