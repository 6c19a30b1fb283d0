import { expect, test } from 'vitest';
import { edited, rulesOf, sentencesOf, WORLD, type World } from './world.ts';

const without = (file: string): World => ({ ...WORLD, [file]: undefined });
const REGISTRY = 'policies/small/registry.yaml';
/** `file:line` of the first line of the registry that holds this. */
const placeOf = (text: string) =>
  `${REGISTRY}:${(WORLD[REGISTRY] ?? '').split('\n').findIndex((line) => line.includes(text)) + 1}`;
const READABLE = 'contract-source-is-readable';

test.each([
  ['src/verify.ts', 'in-typescript', 'file: src/verify.ts'],
  ['crate/src/lib.rs', 'in-rust', 'file: crate/'],
  ['include/verifier.h', 'in-a-header', 'file: include/'],
  ['target/idl/hook.json', 'in-an-idl', 'file: target/'],
])('a missing %s is one finding, at the line of the registry that names it', (file, contract, key) => {
  const [sentence, ...more] = sentencesOf(without(file));
  expect(sentence).toContain(`${contract} ${placeOf(key)} ${READABLE}: \`${file}\` cannot be read`);
  expect(more).toEqual([]);
});

test.each([
  ['the file of the table', without('src/codes.ts'), 'src/verify.ts:1'],
  ['the table of exit statuses', without('src/exits.ts'), placeOf('file: src/exits.ts')],
  ['the sheet', edited(WORLD, REGISTRY, /verifier-codes/, 'other-codes'), placeOf('sheet: ')],
  ['a file of vectors', without('vectors/committee.json'), placeOf('vectors: ')],
])('%s that is not there is said at its place', (_, world, place) => {
  expect(sentencesOf(world).join('\n')).toContain(`in-typescript ${place} ${READABLE}:`);
});

test.each([
  ['src/verify.ts', 'function verifyCommittee', 'function verifyCommitee', 'did you mean `verifyCommitee`?'],
  ['src/verify.ts', 'function verifyCommittee', 'function check', 'name the function of the contract anew'],
  [
    'crate/src/lib.rs',
    'fn verify_sync_committee(\n',
    'fn verify_sync_comittee(\n',
    'did you mean `verify_sync_comittee`?',
  ],
  [
    'include/verifier.h',
    'int32_t verify_sync_committee',
    'int32_t verify',
    'name the function of the contract anew',
  ],
  ['src/codes.ts', 'COMMITTEE_CODES =', 'CODES =', 'name the table of the contract anew'],
  ['crate/src/lib.rs', /CODE_/g, 'STATUS_', 'name the table of the contract anew'],
  ['include/verifier.h', /VERIFY_/g, 'CHECK_', 'name the table of the contract anew'],
])('%s: a name that is gone is one finding with a hint', (file, from, to, hint) => {
  const sentences = sentencesOf(edited(WORLD, file, from, to));
  expect(sentences).toHaveLength(1);
  expect(sentences[0]).toContain(READABLE);
  expect(sentences[0]).toContain(hint);
});

test.each([
  ['src/verify.ts', 'if (!point)', 'if (!point', 25],
  ['src/codes.ts', '  invalid:', '  invalid: {', 6],
  ['crate/src/lib.rs', 'if pubkeys_len == 0 {', 'if pubkeys_len == {', 51],
  ['include/verifier.h', ' */\nint32_t', '\nint32_t', 20],
  ['target/idl/hook.json', '"errors": [', '"errors": [[', undefined],
  ['vectors/committee.json', '"vectors": [', '"vectors": [[', undefined],
])('%s: broken syntax is said where it is broken, and nothing else is compared', (file, from, to, line) => {
  const sentences = sentencesOf(edited(WORLD, file, from, to));
  const broken = sentences.filter((sentence) => sentence.includes('the syntax is broken here'));
  expect(broken.length).toBeGreaterThan(0);
  if (line !== undefined) expect(broken[0]).toContain(`${file}:${line} `);
  if (!file.startsWith('vectors')) expect(sentences).toEqual(broken);
});

test('an IDL without errors is of an older program, or was stripped', () => {
  const world = edited(WORLD, 'target/idl/hook.json', /,\s*"errors": \[[\s\S]*\]/, '');
  expect(sentencesOf(world)).toEqual([
    expect.stringContaining('this IDL has no `errors`: it is of a version of the program before its errors'),
  ]);
});

test('an IDL of an older version of the program is said to be one', () => {
  const world = edited(WORLD, 'target/idl/hook.json', '"version": "1.0.0"', '"version": "0.9.2"');
  expect(sentencesOf(world)).toEqual([
    expect.stringMatching(
      /hook\.json:5 contract-source-is-current: this source is of version 0\.9\.2, the registry describes 1\.0\.0/,
    ),
  ]);
});

test.each(['[]', 'null', '{"instructions": 1}', '{"errors": [{"code": "6001", "name": "A"}]}', '', '\u0000'])(
  'an IDL that says %j is refused with a sentence',
  (text) => {
    const rules = rulesOf({ ...WORLD, 'target/idl/hook.json': text });
    expect(new Set(rules)).toEqual(new Set([`in-an-idl ${READABLE}`]));
  },
);

test.each(['[]', 'null', '{}', '{"vectors": 1}', '{"vectors": [null, 1, {}]}', '{'])(
  'vectors that say %j measure nothing, and that is a finding',
  (text) => {
    expect(rulesOf({ ...WORLD, 'vectors/committee.json': text })).toContain(`in-typescript ${READABLE}`);
  },
);

test.each(['[]', 'null', '{"good": "1"}', '{'])(
  'a record of a run that says %j counts for nothing',
  (text) => {
    const rules = rulesOf({ ...WORLD, 'vectors/observed.json': text });
    expect(rules).toContain('in-typescript vector-tells-the-truth');
    expect(rules).toContain('in-typescript code-is-returned');
  },
);

test('sources that nest without end are answered', () => {
  const deep = (open: string, close: string) => open.repeat(2_000) + close.repeat(2_000);
  for (const [file, text] of [
    ['src/verify.ts', `export function verifyCommittee() { return ${deep('(', ')')}; }`],
    ['src/codes.ts', `export const COMMITTEE_CODES = ${deep('{a:', '}')};`],
    ['crate/src/lib.rs', `fn verify_sync_committee() -> i32 { ${deep('{', '}')} }`],
    ['include/verifier.h', 'enum {'.repeat(20_000)],
    ['target/idl/hook.json', deep('[', ']')],
  ] as const) {
    expect(rulesOf({ ...WORLD, [file]: text }).length, file).toBeGreaterThan(0);
  }
});
