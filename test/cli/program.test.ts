import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXIT_CODES } from '../../cli/exit-codes.ts';
import { buildProgramWithProbe, type Program } from './program-with-probe.ts';

let program: Program;
beforeAll(() => {
  program = buildProgramWithProbe();
}, 60_000);
afterAll(() => program?.remove());

test.each([
  ['ok', 0],
  ['findings', 1],
  ['operator', 2],
  ['bug', 3],
  ['later', 3],
])('a command that ends with %s exits %i', (way, code) => {
  expect(program.run('probe', way).status).toBe(code);
});

test('findings do not keep the report from being printed', () => {
  expect(program.run('probe', 'findings').stdout).toBe('a line for a person\n');
  expect(JSON.parse(program.run('probe', 'findings', '--json').stdout)).toEqual({ way: 'findings' });
});

test('an operator error is one sentence and a hint on stderr, and no stack', () => {
  const { stdout, stderr } = program.run('probe', 'operator');
  expect(stdout).toBe('');
  expect(stderr).toBe('error: cannot read book.yaml\nhint: run drillbook init\n');
});

test('our own bug shows its stack and says whose fault it is', () => {
  const { stderr } = program.run('probe', 'bug');
  expect(stderr).toContain('drillbook has a bug');
  expect(stderr).toMatch(/TypeError: undefined is not a policy\n\s+at _?Probe\.run/);
});

const usageErrors: [string, string[], RegExp, RegExp][] = [
  ['an unknown command', ['prope'], /no command `prope`/, /did you mean `drillbook probe`\?/],
  ['an unknown command asked for help', ['prope', '--help'], /no command `prope`/, /drillbook probe/],
  ['an unknown flag', ['probe', 'ok', '--severty', 'high'], /no flag --severty/, /did you mean --severity\?/],
  [
    'a flag with a value outside its list',
    ['probe', 'ok', '--severity', 'P9'],
    /one of: high, low/,
    /--help/,
  ],
  ['a missing argument', ['probe'], /missing 1 required arg/, /--help/],
  ['an argument too many', ['probe', 'ok', 'more'], /unexpected argument: more/, /--help/],
];

test.each(usageErrors)('%s exits 2 with a hint', (_, argv, message, hint) => {
  const { status, stdout, stderr } = program.run(...argv);
  expect(status).toBe(EXIT_CODES.operatorError.code);
  expect(stdout).toBe('');
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(hint);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test.each(usageErrors)(
  '%s with --json prints four fields and nothing of this machine',
  (_, argv, message) => {
    const { status, stdout, stderr } = program.run(...argv, '--json');
    if (argv.includes('--help')) return; // help is for people: asking for it wins
    const { error } = JSON.parse(stdout) as { error: Record<string, unknown> };
    expect(status).toBe(2);
    expect(stderr).toBe('');
    expect(Object.keys(error)).toEqual(['kind', 'exit', 'message', 'hint']);
    expect(error['message']).toMatch(message);
    expect(stdout).not.toContain(homedir());
  },
);

test.each(['--help', '-h', 'help', ''])(
  'the root help answers to "%s" and lists commands, examples and exit codes',
  (argument) => {
    const { status, stdout, stderr } = program.run(...(argument === '' ? [] : [argument]));
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^ {2}probe +End in the way that was asked for\.$/m);
    expect(stdout.indexOf('Examples')).toBeLessThan(stdout.indexOf('probe'));
    for (const { code, meaning } of Object.values(EXIT_CODES))
      expect(stdout).toContain(`  ${code}  ${meaning}`);
  },
);

test('`help COMMAND` is `COMMAND --help`', () => {
  const { stdout } = program.run('help', 'probe');
  expect(stdout).toContain('--severity');
  expect(stdout).toBe(program.run('probe', '--help').stdout);
});

test('nothing is coloured when the output is not a terminal', () => {
  const esc = String.fromCharCode(27);
  for (const argv of [['--help'], ['probe', '--help'], ['probe', 'ok', '--json'], ['probe', 'operator']]) {
    const { stdout, stderr } = program.run(...argv);
    expect(stdout + stderr).not.toContain(esc);
  }
});

test('a reader that goes away ends the program quietly', () => {
  const script = `"${process.execPath}" "${program.path}" probe long | head -n 1`;
  const { stdout, stderr, status } = spawnSync('bash', ['-o', 'pipefail', '-c', script], {
    encoding: 'utf8',
  });
  expect({ stdout, stderr, status }).toEqual({ stdout: 'line 0\n', stderr: '', status: 0 });
});
