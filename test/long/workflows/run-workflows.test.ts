import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { lastDayOf, quarterOf } from '../../../model/exercise-schedule.ts';
import { type Job, stepsOf, workflow, workflows } from '../../house/workflow-files.ts';
import { ciRun } from './ci-run.ts';
import { executed, installed, isThere, runJob } from './run-job.ts';
import { type TeamRepository, teamRepository } from './team-repository.ts';

const JOB = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'team/procedures',
  GITHUB_SHA: '0123abcd',
  GITHUB_REF_NAME: 'v1.0.0',
};
/** Holds a promise that the drill of the team just keeps. */
const MESSAGES = 'policies/small/communications.yaml';

let team: TeamRepository;
beforeAll(() => {
  team = teamRepository();
});
afterEach(() => team.reset());
afterAll(() => team.dispose());

const jobOf = (name: string, id: string): Job => {
  const job = workflow(name).jobs[id];
  if (!job) throw new Error(`${name} has no job ${id}`);
  return job;
};
const exits = (ran: readonly { name: string; status: number }[]) =>
  Object.fromEntries(ran.map(({ name, status }) => [name, status]));

test('a pull request that breaks nothing is green, from `npm ci` on, and its summary tells what was asked', () => {
  const { ran, isGreen } = runJob(jobOf('procedures', 'procedures'), team, JOB);
  expect(isGreen, ran.map(({ name, stdout, stderr }) => `${name}\n${stdout}${stderr}`).join('\n')).toBe(true);
  expect(ran.slice(0, 3).map(({ name }) => name)).toEqual(['install', 'check', 'replay']);
  const summary = ran.map((step) => step.summary).join('');
  expect(summary).toMatch(/### ✅ Check: 0 findings/);
  expect(summary).toMatch(/### ✅ Replay: 1 drill, all as expected/);
  expect(summary).toMatch(/### ✅ Codes: 0 findings/);
});

test('each question of a pull request is answered, whatever the others found, on the lines that it changed', () => {
  team.edit(MESSAGES, 'within: {by: 1h', 'within: {by: 1m');
  team.edit('policies/small/roles.yaml', 'held_by:', 'held_by_whom:');
  team.commit('Change two things');
  const broken = runJob(installed(jobOf('procedures', 'procedures')), team, JOB);
  expect(exits(broken.ran)).toMatchObject({ check: 1, replay: 2, codes: 0 }); // no code stands among roles
  team.git('checkout', '-q', 'HEAD^', '--', 'policies/small/roles.yaml');
  for (const file of ['policies/small/verifier-codes.yaml', 'src/codes.ts', 'src/verify.ts', 'docs/codes.md'])
    team.write(
      file,
      team.read(file).replace(/no public keys provided/gi, 'Fewer than two thirds of the keys'),
    );
  team.waive();
  team.commit('Change what a code means');
  const { ran } = runJob(installed(jobOf('procedures', 'procedures')), team, JOB);
  expect(exits(ran)).toMatchObject({ install: 0, check: 0, replay: 1, codes: 1 });
  const said = (name: string) => ran.find((step) => step.name === name);
  expect(said('replay')?.stdout).toMatch(
    new RegExp(`^::error file=${MESSAGES},line=\\d+,col=\\d+,title=drill-goes-as-expected::`, 'm'),
  );
  expect(said('codes')?.stdout).toMatch(
    /^::error file=policies\/small\/registry\.yaml,line=\d+,.*title=version-is-raised::/m,
  );
  expect(said('codes')?.summary).toMatch(/\| since HEAD&#94;1|\| since HEAD\^1/);
  expect(said('codes')?.summary).toContain('https://github.com/team/procedures/blob/0123abcd/');
});

/** The rules see it too; the team has waived what they see, and the drill still fails. */
function breakPromise(): void {
  team.edit(MESSAGES, 'within: {by: 1h', 'within: {by: 1m');
  team.waive();
}

function withoutDrills(): void {
  team.remove('scenarios');
  team.waive();
}

const release = (env = JOB) => {
  const gate = runJob(installed(jobOf('release', 'gate')), team, env);
  return {
    gate,
    publish: gate.isGreen ? runJob(installed(jobOf('release', 'publish')), team, env) : undefined,
  };
};

test('a release whose procedures hold is packed and published under its tag', () => {
  const { gate, publish } = release();
  expect(exits(gate.ran)).toMatchObject({ 'the tag names the version': 0, check: 0, replay: 0, codes: 0 });
  expect(exits(publish?.ran ?? [])).toMatchObject({ pack: 0, publish: 0 });
  const calls = publish?.ran.at(-1)?.gh.trimEnd().split('\n');
  expect(calls?.slice(0, 3)).toEqual(['release', 'create', 'v1.0.0']);
  expect(calls).toContain('release/procedures-of-a-team-1.0.0.tgz');
});

test.each<[string, string, number, () => void]>([
  ['a finding', 'check', 1, () => team.edit('policies/small/roles.yaml', 'held_by: ', 'held_by: not-')],
  ['a promise that breaks', 'replay', 1, breakPromise],
  ['a code that drifts', 'codes', 1, () => team.edit('src/verify.ts', 'return noKeys.code;', 'return -2;')],
  ['no drill at all', 'replay', 4, withoutDrills],
  ['no code registry', 'codes', 4, () => team.remove('policies/small/registry.yaml')],
  [
    'a changed meaning since the last release',
    'codes',
    1,
    () => {
      for (const file of ['policies/small/hook-codes.yaml', 'target/idl/hook.json', 'docs/codes.md'])
        team.write(file, team.read(file).replaceAll(/frozen/gi, 'halted'));
    },
  ],
  [
    'another version than its tag',
    'the tag names the version',
    1,
    () => team.edit('package.json', '"1.0.0"', '"1.0.1"'),
  ],
])('nothing is published with %s', (_, step, status, spoil) => {
  spoil();
  team.commit('Spoil it');
  const { gate, publish } = release();
  expect(exits(gate.ran)[step], gate.ran.at(-1)?.stdout).toBe(status);
  expect(publish).toBeUndefined();
});

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const schedule = (quarter: string, more = '') =>
  `kind: exercises\nexercises:\n  fire:\n    {title: Fire, quarter: ${quarter}, ${more}runbooks: [shop-down], participants: [{title: All}], objective: Stay calm., source: {section: "1"}}\nformat: {parts: [{id: play, title: Play, lasts: 45m}], source: {section: "1"}}\n`;
const quarterly = (text: string) => {
  team.write('policies/small/exercises.yaml', text);
  return runJob(installed(jobOf('exercises', 'due')), team, JOB);
};

test('the quarterly job opens an issue when an exercise is due', () => {
  const { ran, isGreen } = quarterly(schedule(quarterOf(day(0))));
  expect(isGreen).toBe(true);
  expect(ran[1]?.stdout).toMatch(/^::notice file=policies\/small\/exercises\.yaml,.*due by/m);
  expect(ran[1]?.summary).toMatch(/### 📅 Exercises: 1 exercise due/);
  expect(ran.at(-1)?.gh).toMatch(/^issue\ncreate\n--title\nExercises due in \w+ \d{4}\n--body-file\n/);
  expect(ran.at(-1)?.gh).toMatch(/\| Fire \|/);
});

test('an exercise that was not held fails the job and is told in the issue all the same', () => {
  const past = quarterOf(day(-100));
  expect(lastDayOf(past) < day(0)).toBe(true);
  const { ran } = quarterly(schedule(past));
  expect(exits(ran)).toMatchObject({ 'say which exercise is due': 1, 'open an issue': 0 });
  expect(ran.at(-1)?.gh).toMatch(/overdue since/);
});

test('no issue is opened when nothing is due', () => {
  const { ran, isGreen } = quarterly(schedule(quarterOf(day(0)), `held: "${day(0)}", `));
  expect([isGreen, ran.at(-1)?.name, ran.at(-1)?.gh]).toEqual([true, 'open an issue', '']);
});

test('the check of this repository runs every section, and is red as soon as one of them is', () => {
  const block = stepsOf(workflow('ci')).find(({ run }) => run !== undefined)?.run ?? '';
  const { calls, status } = ciRun(team, block);
  expect(status).toBe(0);
  expect(calls).toEqual([
    'npm ci',
    'npm run lint',
    'npm run typecheck',
    'npm test',
    'npm run test:slow',
    'npm run test:long',
    'node scripts/docs.mjs --check',
    'npx drillbook ci --format github',
  ]);
  for (const [index, call] of calls.entries()) {
    const spoilt = ciRun(team, block, call);
    expect(spoilt.status, call).not.toBe(0);
    expect(spoilt.calls).toEqual(calls.slice(0, index + 1));
  }
  executed.add(block);
});

test('no block of any workflow was left out', () => {
  const blocks = workflows()
    .flatMap(stepsOf)
    .filter((step) => step.run !== undefined && isThere(step));
  expect(blocks.length).toBeGreaterThan(14);
  for (const { run = '' } of blocks) expect([...executed]).toContain(run);
});
