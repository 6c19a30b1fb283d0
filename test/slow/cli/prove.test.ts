import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { type HouseFolder, houseFolder, valveClosedBy } from '../../cli/house-folder.ts';
import { reportSchemas } from '../../cli/reporters/report-schemas.ts';

const STORY = 'scenarios/house/regressions/leak-step-close-valve.yaml';
const WAIVERS = 'policies/house/waivers.yaml';

function house(changes: string): HouseFolder {
  const folder = houseFolder(changes);
  onTestFinished(() => folder.dispose());
  return folder;
}

const prove = (folder: HouseFolder, ...argv: string[]) => folder.run('.', 'prove', ...argv);

const waiverOf = (fingerprint: string, expires = '2099-12-31') =>
  `kind: waivers\nwaivers: [{rule: promise-is-kept, fingerprint: "${fingerprint}", owner: lead, reason: The valve is being moved., expires: ${expires}}]\n`;

const fingerprintIn = (stdout: string): string =>
  /\(step\/close-valve, in leak\) {2}([0-9a-f]{12})/.exec(stdout)?.[1] ?? '';

let schemas: ReturnType<typeof reportSchemas>;
beforeAll(() => {
  schemas = reportSchemas();
});

test('a book that keeps what it promises passes, and what it survives beyond that is offered to be promised', () => {
  const { status, stdout } = prove(house(valveClosedBy('10m')));
  expect(status).toBe(0);
  expect(stdout).toContain(
    '✓ close-valve done within 10m of declared holds while nobody is late; it breaks when Plumber is late',
  );
  expect(stdout).toMatch(
    /somebody responds within 15m at P0 +tolerate: 1 +policies\/house\/severities\.yaml:\d+/,
  );
  expect(stdout).toContain('✓ 2 proofs: every promise is as strong as the book demands');
});

test('a promise that breaks by itself is told at its line, as a story, with the pace it rests on; its drill is kept and replays', () => {
  const folder = house(valveClosedBy('8m'));
  const { status, stdout, stderr } = prove(folder, '--save');
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /✗ close-valve done within 8m of declared breaks although nobody is late\n {2}runbooks\/house\/leak\.yaml:\d+:\d+ /,
  );
  expect(stdout).toContain('0:08  still at it: Plumber, close valve, for 3m already');
  expect(stdout).toContain('pace      Plumber answers the page to Worker: 0 to 5m (default of the book)');
  expect(stderr).toContain(`${STORY} written`);
  expect(parse(folder.read(STORY))).toMatchObject({ kind: 'scenario', expect: { breaks: [{ at: '8m' }] } });
  expect(folder.run('.', 'replay', STORY).status).toBe(0);
  expect(folder.run('.', 'ci').stdout).toMatch(/✓ {2}house {2}leak {2}2 drills .* 1 broke as expected/);
});

test('a story that was saved is written again only while nobody has edited it', () => {
  const folder = house(valveClosedBy('8m'));
  prove(folder, '--save');
  expect(prove(folder, '--save').stderr).toContain(`${STORY} holds this story already`);
  const edited = folder.read(STORY).replace('Nobody is late', 'Nobody at all is late');
  folder.write(STORY, edited);
  expect(prove(folder, '--save').stderr).toContain(`${STORY} was edited by hand and is kept as it is`);
  expect(folder.read(STORY)).toBe(edited);
});

test('a break that somebody answers for passes and is counted apart; check does not call its waiver unused', () => {
  const folder = house(valveClosedBy('8m'));
  folder.write(WAIVERS, waiverOf(fingerprintIn(prove(folder).stdout)));
  const { status, stdout } = prove(folder);
  expect(status).toBe(0);
  expect(stdout).toMatch(/~ close-valve done .*\n.* waived until 2099-12-31 by lead/);
  expect(stdout).toContain(
    'every promise is as strong as the book demands, save what is waived, 1 break waived',
  );
  expect(folder.run('.', 'check', '--format', 'oneline').stdout).not.toContain('waiver');
});

test('a waiver for a break that is gone, or that has become worse, or that has ended, is a finding of its own', () => {
  const folder = house(valveClosedBy('8m'));
  const fingerprint = fingerprintIn(prove(folder).stdout);
  const whatIsWrong = (changes: string, waiver: string) => {
    const other = house(changes);
    other.write(WAIVERS, waiver);
    const { status, stdout } = prove(other, '--format', 'oneline');
    return { status, rules: [...stdout.matchAll(/\[([a-z-]+)\]$/gm)].map(([, rule]) => rule) };
  };
  expect(whatIsWrong(valveClosedBy('10m'), waiverOf(fingerprint))).toEqual({
    status: 1,
    rules: ['waiver-is-still-needed'],
  });
  expect(whatIsWrong(valveClosedBy('10m', ', tolerate: 1'), waiverOf(fingerprint))).toEqual({
    status: 1,
    rules: ['waiver-matches-its-finding', 'promise-is-kept'],
  });
  expect(whatIsWrong(valveClosedBy('8m'), waiverOf(fingerprint, '2020-01-01'))).toEqual({
    status: 1,
    rules: ['waiver-has-not-expired', 'promise-is-kept'],
  });
});

test('a search that runs out of its budget is never green', () => {
  const folder = house(valveClosedBy('10m'));
  const { status, stdout } = prove(folder, '--budget', '3');
  expect(status).toBe(4);
  expect(stdout).toContain('not decided: this is no success');
  expect(prove(folder, '--budget', '3', '--format', 'junit').stdout).toMatch(/failures="2"/);
  expect(prove(folder, '--budget', '3', '--format', 'markdown').stdout).toMatch(/^### ❔/);
});

test('neither the number of threads nor of parts changes a byte, and a part can be made again alone', () => {
  const folder = house(valveClosedBy('8m'));
  const out = (...argv: string[]) => {
    const { status, stdout, stderr } = prove(folder, ...argv);
    expect({ status: status === 0 || status === 1, stderr }).toEqual({ status: true, stderr: '' });
    return stdout;
  };
  const whole = out('--json', '-w', '1');
  expect(out('--json', '-w', '3')).toBe(whole);
  for (const index of [2, 1]) out('--shard', `${index}/2`, '--out', `part-${index}.json`, '-w', '1');
  const merged = folder.run('.', 'merge', 'part-2.json', 'part-1.json', '--json');
  expect(merged.stdout).toBe(whole);
  expect(merged.status).toBe(1);
  expect(schemas('prove', JSON.parse(whole))).toEqual([]);
});

test('parts of which one knew how promises were decided before, and the other did not, are not joined', () => {
  const folder = house(valveClosedBy('10m'));
  expect(prove(folder, '--record').status).toBe(0);
  prove(folder, '--shard', '1/2', '--out', 'part-1.json');
  folder.remove('policies/house/clues');
  prove(folder, '--shard', '2/2', '--out', 'part-2.json');
  const { status, stderr } = folder.run('.', 'merge', 'part-1.json', 'part-2.json');
  expect(status).toBe(2);
  expect(stderr).toMatch(/do not belong together: clues is "[0-9a-f]{64}" in the one, null in the other/);
});

test('every form names the promise, its line, or the rule', () => {
  const folder = house(valveClosedBy('8m'));
  const form = (name: string) => prove(folder, '--format', name).stdout;
  expect(form('github')).toMatch(
    /^::error file=runbooks\/house\/leak\.yaml,line=\d+,col=\d+,title=promise-is-kept::/,
  );
  expect(JSON.parse(form('sarif')).runs[0].results).toMatchObject([{ ruleId: 'promise-is-kept' }]);
  expect(form('junit')).toContain('<testcase name="step/close-valve" classname="prove.house.leak">');
  expect(form('markdown')).toContain('❌ Prove: 1 promise is as strong as it must be, 1 finding');
});

test.each([
  ['a promise that is not there', ['step/close-valv'], 'did you mean `step/close-valve`?'],
  ['a runbook that is not there', ['--runbook', 'leek'], 'did you mean `leak`?'],
  ['a part that is not there', ['--shard', '3/2'], 'names no part'],
])('%s is refused with what to type instead', (_, argv, hint) => {
  const { status, stderr } = prove(house(valveClosedBy('10m')), ...argv);
  expect(status).toBe(2);
  expect(stderr).toContain(hint);
});

test('a promise that nothing ever calls is a finding once every runbook was asked', () => {
  const invariants =
    'kind: invariants\ninvariants: [{id: asleep, after: level.P1, expect: resolved, within: 1h, if: {severity: [P0]}, source: {section: "1"}}]';
  const folder = house(`${valveClosedBy('10m')}---\n${invariants}\n`);
  expect(prove(folder, '--format', 'oneline').stdout).toMatch(
    /called on in no incident.*\[promise-can-be-called\]/,
  );
  expect(prove(folder, 'invariant/asleep').status).toBe(4);
  expect(existsSync(join(folder.root, STORY))).toBe(false);
});

const TOLERANCES = 'policies/house/tolerances.yaml';
const ROUTING = 'policies/house/routing.yaml';

/** A house whose lead, too, is paged, and where it is recorded what that is good for. */
function recordedHouse(): HouseFolder {
  const folder = house(valveClosedBy('10m'));
  expect(prove(folder, '--record').stderr).toContain(`${TOLERANCES} written`);
  return folder;
}

const edit = (folder: HouseFolder, file: string, change: (document: never) => void) => {
  const document = parse(folder.read(file));
  change(document as never);
  folder.write(file, JSON.stringify(document));
};

const pageOnlyTheWorker = (folder: HouseFolder) =>
  edit(folder, ROUTING, (routing: { policies: { all: { page: string[] } } }) => {
    routing.policies.all.page = ['worker'];
  });

test('what promises survive is recorded, and a page that goes is told by the promise that survives less, in a story that replays', () => {
  const folder = recordedHouse();
  expect(parse(folder.read(TOLERANCES))).toEqual({
    kind: 'tolerances',
    tolerances: [{ runbook: 'leak', survives: { 'respond/P0': 1, 'step/close-valve': 0 } }],
  });
  expect(folder.run('.', 'check').stdout).not.toContain('tolerances');
  expect(prove(folder).status).toBe(0);
  pageOnlyTheWorker(folder);
  const { status, stdout, stderr } = prove(folder, '--save');
  expect(status).toBe(1);
  expect(stdout).toMatch(/✗ somebody responds within 15m at P0 breaks when Plumber is late/);
  expect(stdout).toContain('it must survive any 1 person being late, as is recorded');
  const [story = ''] = /scenarios\S+\.yaml/.exec(stderr) ?? [];
  expect(folder.run('.', 'replay', story).status).toBe(0);
  const report = JSON.parse(prove(folder, '--json').stdout);
  expect(schemas('prove', report)).toEqual([]);
  expect(report.result.findings).toMatchObject([{ rule: 'promise-survives-as-recorded' }]);
});

test('less that is meant is recorded anew; what was not asked stays recorded as it was', () => {
  const folder = recordedHouse();
  pageOnlyTheWorker(folder);
  expect(prove(folder, 'step/close-valve', '--record').status).toBe(0);
  expect(folder.read(TOLERANCES)).toContain('respond/P0: 1');
  expect(prove(folder, '--record').status).toBe(1);
  expect(folder.read(TOLERANCES)).toContain('respond/P0: 0');
  expect(prove(folder).status).toBe(0);
});

test('a promise that is made no more is missed where it is recorded', () => {
  const folder = recordedHouse();
  type Leak = { phases: [{ steps: [{ within?: unknown }] }] };
  edit(folder, 'runbooks/house/leak.yaml', (leak: Leak) => {
    delete leak.phases[0].steps[0].within;
  });
  const { status, stdout } = prove(folder, '--runbook', 'leak');
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /policies\/house\/tolerances\.yaml:\d+:\d+[\s\S]*the incident of leak makes the promise step\/close-valve no more/,
  );
  expect(prove(folder, 'respond/P0').status).toBe(0);
});

test('a search that ends too soon to say so is no success, and an incident in which all may be lost is another one', () => {
  const folder = recordedHouse();
  folder.write(TOLERANCES, folder.read(TOLERANCES).replace('close-valve: 0', 'close-valve: 1'));
  expect(prove(folder, 'step/close-valve').status).toBe(1);
  expect(prove(folder, 'step/close-valve', '--outages').stdout).not.toContain('as is recorded');
  expect(prove(folder, 'respond/P0', '--budget', '1').status).toBe(4);
  expect(prove(folder, '--record', '--outages').status).toBe(2);
  folder.write('policies/house/more.yaml', folder.read(TOLERANCES));
  expect(prove(folder, '--record').stderr).toContain(
    'tolerances of the book house stand in policies/house/more.yaml',
  );
});

const CLUES = 'policies/house/clues/leak.json';

test('how promises were decided is recorded with what they survive, and the next proof looks there first', () => {
  const folder = house(valveClosedBy('10m'));
  const modelsIn = (): number =>
    JSON.parse(prove(folder, '--json').stdout).result.proofs.reduce(
      (sum: number, { search }: { search: { models: number } }) => sum + search.models,
      0,
    );
  const before = modelsIn();
  const { stderr } = prove(folder, '--record');
  expect(stderr).toContain(`${TOLERANCES} written`);
  expect(stderr).toContain('policies/house/clues written: how its promises were decided, in 1 file');
  expect(Object.keys(JSON.parse(folder.read(CLUES)))).toEqual(['respond/P0', 'step/close-valve']);
  expect(modelsIn()).toBeLessThan(before);
  expect(folder.run('.', 'check').stdout).not.toContain('clues');
});

test('clues of a runbook that is gone go with it', () => {
  const folder = recordedHouse();
  folder.write('policies/house/clues/flood.json', folder.read(CLUES));
  folder.write('policies/house/clues/notes.json', '{"kept": "by somebody"}');
  expect(prove(folder, '--record').stderr).toContain('clues/flood.json removed: the book has no runbook');
  expect(existsSync(join(folder.root, 'policies/house/clues/flood.json'))).toBe(false);
  expect(existsSync(join(folder.root, 'policies/house/clues/notes.json'))).toBe(true);
  expect(existsSync(join(folder.root, CLUES))).toBe(true);
});

test('clues that cannot be read are refused by name; without any, proofs go on as before', () => {
  const folder = recordedHouse();
  folder.write(CLUES, '{"step/close-valve": {"verdict": "holds"}}');
  const { status, stderr } = prove(folder);
  expect(status).toBe(2);
  expect(stderr).toContain(`${CLUES} cannot be read: these are no clues`);
  expect(stderr).toContain('delete it');
  folder.write(CLUES, '{}');
  expect(prove(folder).status).toBe(0);
});
