import { resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { RequestId } from '../../verifier/requests/all.ts';
import { jsonFile, runJson, runProgram, temporaryFolder } from './built-program.ts';
import { type ShippedRequest, shippedRequests } from './shipped-requests.ts';

const COMMANDS = [
  'sync-committee',
  'update',
  'fork-version',
  'attestation',
  'consensus',
  'halt',
  'freeze',
  'authority',
  'program',
] as const satisfies readonly RequestId[];
const EXIT = { pass: 0, fail: 1, unknown: 4 };

/** The first shipped request of each verdict. */
function oneEach(contract: RequestId): ShippedRequest[] {
  const all = shippedRequests(contract);
  return ['pass', 'fail', 'unknown'].flatMap((verdict) => all.find((one) => one.verdict === verdict) ?? []);
}

describe.each(COMMANDS)('verify %s', (contract) => {
  it.each(oneEach(contract))('answers $id with its code and exits by the verdict', async (vector) => {
    const { code, json } = await runJson(['verify', contract, jsonFile(vector.request)]);
    expect(json).toMatchObject({
      version: 1,
      check: contract,
      code: vector.code,
      name: vector.name,
      verdict: vector.verdict,
      runbook: null,
      endpoints: [],
    });
    expect(json.meaning).not.toBe('');
    expect(code).toBe(EXIT[vector.verdict]);
  });

  it('says without a request that there is none, even where standard input is a pipe', async () => {
    const { code, stdout, stderr } = await runProgram(['verify', contract], { input: '{}' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: there is nothing to verify\nhint: /);
  });
});

const [GOOD] = shippedRequests('sync-committee').filter(({ name }) => name === 'verified') as [
  ShippedRequest,
];
const [BAD] = shippedRequests('sync-committee').filter(({ name }) => name === 'invalid') as [ShippedRequest];

test('a person reads the answer first, then what was seen, then the runbook', async () => {
  const { stdout } = await runProgram(['verify', 'sync-committee', jsonFile(BAD.request)], {
    cwd: resolve('.'),
  });
  expect(stdout.split('\n')[0]).toBe('✗ INVALID (0)  signature invalid');
  expect(stdout).toMatch(/\n {2}runbook {6}Proof Generation Failing {2}runbooks\/paxiom\/o-102-/);
});

test('an answer that decided nothing says that nothing may be relied on', async () => {
  const [unread] = shippedRequests('freeze').filter(({ name }) => name === 'flag-unreadable');
  const { stdout, code } = await runProgram(['verify', 'freeze', jsonFile(unread?.request)]);
  expect(stdout).toMatch(/^\? FLAG-UNREADABLE \(-4\).*\n {2}Nothing was decided: rely on nothing here\.\n/);
  expect(stdout).toContain('no book here handles this code');
  expect(code).toBe(4);
});

test('the runbook of a code is the one of the book here: by the code, by the program’s error, by the step', async () => {
  const at = async (contract: RequestId, name: string) => {
    const [vector] = shippedRequests(contract).filter((one) => one.name === name);
    const options = { cwd: resolve('.') };
    return (await runJson(['verify', contract, jsonFile(vector?.request)], options)).json.runbook;
  };
  expect(await at('sync-committee', 'malformed-key')).toMatchObject({
    book: 'paxiom',
    id: 'o-102-proof-generation-failing',
    step: null,
  });
  expect(await at('freeze', 'flag-not-set')).toMatchObject({ book: 'rwa-tokens', id: 'regulatory-freeze' });
  expect(await at('consensus', 'split')).toMatchObject({
    id: 'custody-discrepancy',
    step: 'verify-consensus',
  });
});

test('the request comes from a file, from standard input or from flags, and flags stand over the file', async () => {
  const { pubkeys, signature, signing_root } = GOOD.request as Record<string, string>;
  const flags = ['--pubkeys', pubkeys, '--signature', signature, '--signing-root', signing_root] as string[];
  const named = ['verify', 'sync-committee'];
  expect((await runJson([...named, ...flags])).json.name).toBe('verified');
  expect((await runJson([...named, '-'], { input: JSON.stringify(GOOD.request) })).json.name).toBe(
    'verified',
  );
  const over = [...named, jsonFile(BAD.request), ...flags];
  expect((await runJson(over)).json.name).toBe('verified');
});

const UNUSABLE: [string, string[], string, RegExp][] = [
  ['a file that is not there', ['verify', 'freeze', 'none.json'], '', /`none.json` cannot be read/],
  ['a folder', ['verify', 'freeze', '.'], '', /no regular file/],
  ['what is no JSON', ['verify', 'freeze', '-'], '{"a":', /not JSON in UTF-8/],
  ['JSON that is no object', ['verify', 'freeze', '-'], '[1]', /no object/],
  ['a missing field', ['verify', 'freeze', '-'], '{}', /transfer_index: missing/],
  ['an odd number of digits', ['verify', 'sync-committee', '--pubkeys', 'abc'], '', /pubkeys: an odd number/],
  ['what is no address', ['verify', 'program', '--program', 'x'], '', /`x` is no address/],
  ['an error without a code', ['verify', 'halt', '--expect', 'x'], '', /`x` names no error/],
  [
    'no network of that name',
    ['verify', 'update', '--trusted-block', '00'.repeat(32), '--network', 'x'],
    '',
    /`x` cannot be read/,
  ],
  [
    'a block of 31 bytes',
    ['verify', 'update', '--trusted-block', '00'.repeat(31)],
    '',
    /31 bytes instead of 32/,
  ],
  [
    'two beacon endpoints',
    ['verify', 'update', '--trusted-block', '00'.repeat(32), '--beacon', 'http://a', '--beacon', 'http://b'],
    '',
    /fewer than three/,
  ],
  [
    'one origin twice',
    [
      'verify',
      'update',
      '--trusted-block',
      '00'.repeat(32),
      '--beacon',
      'http://a/x',
      '--beacon',
      'http://a/y',
    ],
    '',
    /the same as/,
  ],
  [
    'an address of another scheme',
    ['verify', 'consensus', '-', '--mint', '1'.repeat(32), '--rpc', 'file:///etc/passwd'],
    '{"reports":[]}',
    /not http or https/,
  ],
  [
    'a password in a URL',
    ['verify', 'consensus', '-', '--mint', '1'.repeat(32), '--rpc', 'https://me:secret@a'],
    '{"reports":[]}',
    /user and password/,
  ],
  [
    'evidence without an account',
    ['verify', 'evidence', 'gather', 'x', '--rpc', 'http://a'],
    '',
    /no account was named/,
  ],
  ['a bundle that is not there', ['verify', 'evidence', 'check', 'x'], '', /`x` cannot be read/],
  ['an unknown check', ['verify', 'frieze'], '', /did you mean `drillbook verify freeze`/],
  [
    'a book that is not here',
    ['verify', 'consensus', '-', '--book', 'x'],
    '{"supply":1,"reports":[]}',
    /book/,
  ],
];

test.each(UNUSABLE)('%s exits 2 with one sentence, a hint and no stack', async (_what, argv, input, says) => {
  const { code, stdout, stderr } = await runProgram(argv, { input, cwd: temporaryFolder() });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(says);
  expect(stderr).toMatch(/\nhint: /);
  expect(stderr).not.toMatch(/^\s+at |secret/m);
});

test('a file name cannot steer the terminal', async () => {
  const { stderr } = await runProgram(['verify', 'freeze', 'a\u001b[2Jb']);
  expect(stderr).toContain('a\\u001B[2Jb');
});
