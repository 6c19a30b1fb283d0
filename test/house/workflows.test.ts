import { expect, test } from 'vitest';
import { stepsOf, workflow, workflows } from './workflow-files.ts';

const ALL = workflows();
const NAMES = ALL.map(({ file }) => file);

/** What a job may do beyond reading, and why it has to. */
const MAY_WRITE: Readonly<Record<string, string>> = {
  'release.yml publish contents': 'it creates the release',
  'exercises.yml due issues': 'it opens the issue',
};

test('the workflows are those that the documentation speaks of', () => {
  expect(NAMES).toEqual(['ci.yml', 'exercises.yml', 'procedures.yml', 'release.yml']);
});

test.each(NAMES)('%s gives every job the least it needs, and an end', (name) => {
  const { permissions, jobs, file } = workflow(name.replace('.yml', ''));
  expect(Object.values(permissions).every((right) => right === 'read')).toBe(true);
  for (const [id, job] of Object.entries(jobs)) {
    expect(job['timeout-minutes'], `${id} may run for ever`).toBeLessThanOrEqual(60);
    for (const [what, right] of Object.entries(job.permissions ?? {}))
      if (right !== 'read') expect(Object.keys(MAY_WRITE)).toContain(`${file} ${id} ${what}`);
  }
});

test.each(NAMES)(
  '%s runs other people’s actions by commit, named with their version, and leaves them no credentials',
  (name) => {
    const { text } = workflow(name.replace('.yml', ''));
    const uses = [...text.matchAll(/^.*\buses: (.*)$/gm)].map(([, action = '']) => action);
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    for (const step of stepsOf(workflow(name.replace('.yml', ''))))
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with?.['persist-credentials']).toBe(false);
  },
);

test.each(NAMES)('%s needs no secret, and puts no text of others into a script', (name) => {
  const { text } = workflow(name.replace('.yml', ''));
  expect(text).not.toMatch(/\bsecrets\b/);
  expect(text).not.toMatch(/pull_request_target|workflow_run/);
  for (const { run } of stepsOf(workflow(name.replace('.yml', '')))) expect(run ?? '').not.toContain('${{');
});

test('every version is pinned alike', () => {
  const versions = new Map<string, Set<string>>();
  for (const { text } of ALL)
    for (const [, action = '', commit = ''] of text.matchAll(/uses: ([^@\s]+)@(\S+)/g))
      versions.set(action, (versions.get(action) ?? new Set()).add(commit));
  for (const [action, commits] of versions) expect([...commits], action).toHaveLength(1);
});

test('a pull request and a release are asked the same four questions, and nothing is published without them', () => {
  const commands = (name: string, job: string) =>
    (workflow(name).jobs[job]?.steps ?? []).flatMap(
      ({ run }) => /\bnpx drillbook (\w+)/.exec(run ?? '')?.[1] ?? [],
    );
  const questions = ['check', 'replay', 'prove', 'codes'];
  expect(commands('procedures', 'procedures')).toEqual(questions);
  expect(commands('release', 'gate')).toEqual(questions);
  expect(workflow('release').jobs['publish']?.needs).toBe('gate');
});

test('a change of what a code registry names is a change of the procedures', async () => {
  const { readFileSync } = await import('node:fs');
  const on = workflow('procedures').on['pull_request'] as { readonly paths: readonly string[] };
  const covers = (file: string) =>
    on.paths.some((path) => (path.endsWith('/**') ? file.startsWith(path.slice(0, -2)) : file === path));
  const registries = ['paxiom', 'rwa-tokens'].map((book) =>
    readFileSync(`policies/${book}/registry.yaml`, 'utf8'),
  );
  const named = registries.flatMap((text) => text.match(/[\w./-]+\.(?:ts|rs|json|md|yaml)\b/g) ?? []);
  expect(named.length).toBeGreaterThan(8);
  for (const file of named.filter((each) => !each.startsWith('../'))) expect(covers(file), file).toBe(true);
});
