/** One edit of the world, and every rule that must speak of it: `contract rule`. */
export interface Mutation {
  readonly what: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly rules: readonly string[];
}

const TS = 'src/verify.ts';
const TABLE = 'src/codes.ts';
const RUST = 'crate/src/lib.rs';
const HEADER = 'include/verifier.h';
const IDL = 'target/idl/hook.json';
const SHEET = 'policies/small/verifier-codes.yaml';
const HOOK_SHEET = 'policies/small/hook-codes.yaml';
const REGISTRY = 'policies/small/registry.yaml';
const RUNBOOK = 'runbooks/small/bad-proof.yaml';

const LADDER = [
  'code-is-declared',
  'code-is-documented',
  'code-has-a-vector',
  'code-is-returned',
  'code-is-handled',
];
const of = (contract: string, ...rules: string[]) => rules.map((rule) => `${contract} ${rule}`);
/** In the sheet, in the doc comment and in a vector. */
const KEEPS_NUMBER = ['code-keeps-its-number', 'code-keeps-its-number', 'code-keeps-its-number'];
const SHEET_READERS = ['in-typescript', 'in-rust', 'in-a-header'];
const ofAll = (...rules: string[]) => SHEET_READERS.flatMap((contract) => of(contract, ...rules));

/** A header returns nothing by itself. */
const isAsked = (rule: string) => rule !== 'in-a-header code-is-returned';

export const TYPESCRIPT_MUTATIONS: readonly Mutation[] = [
  {
    what: 'a bare new number is returned',
    file: TS,
    from: 'const sum =',
    to: 'if (decoded.length > 512) return -5;\n  const sum =',
    rules: of('in-typescript', ...LADDER, 'code-is-documented', 'return-names-its-code').filter(
      (rule, index, all) => all.indexOf(rule) === index,
    ),
  },
  {
    what: 'a new constant is returned',
    file: TS,
    from: 'const sum =',
    to: 'const TOO_MANY = -5;\n  if (decoded.length > 512) return TOO_MANY;\n  const sum =',
    rules: of('in-typescript', ...LADDER),
  },
  {
    what: 'a name that no table holds is returned',
    file: TS,
    from: 'return noKeys.code;',
    to: "return 'nobody' as never;",
    rules: of('in-typescript', ...LADDER, 'code-is-returned'),
  },
  {
    what: 'a code is declared and nothing else',
    file: TABLE,
    from: '  noKeys:',
    to: "  tooMany: { code: -5, meaning: 'more than 512 keys' },\n  noKeys:",
    rules: of(
      'in-typescript',
      ...LADDER.slice(1),
      'precedence-is-documented',
      'exit-table-agrees',
      'page-is-current',
    ),
  },
  {
    what: 'a code is taken out of the table',
    file: TABLE,
    from: /\s+invalid: \{.*\},/,
    to: '',
    rules: of('in-typescript', 'code-is-declared', 'return-can-be-read', 'page-is-current'),
  },
  {
    what: 'the meaning changes in the table',
    file: TABLE,
    from: 'no public keys provided',
    to: 'fewer than 342 public keys provided',
    rules: of('in-typescript', 'code-keeps-its-meaning', 'code-keeps-its-meaning', 'page-is-current'),
  },
  {
    what: 'a code is renumbered in the table',
    file: TABLE,
    from: 'code: -2',
    to: 'code: -6',
    rules: of('in-typescript', ...KEEPS_NUMBER, 'page-is-current'),
  },
  {
    what: 'a code is renamed in the table',
    file: TABLE,
    from: "'aggregation-failed': {",
    to: "'sum-failed': {",
    rules: of('in-typescript', 'code-keeps-its-name', 'return-can-be-read', 'page-is-current'),
  },
  {
    what: 'two codes have one number',
    file: TABLE,
    from: 'code: -4',
    to: 'code: -3',
    rules: of('in-typescript', 'code-stands-once', 'page-is-current'),
  },
  {
    what: 'a reserved number is declared again',
    file: TABLE,
    from: '  noKeys:',
    to: "  tooMany: { code: -7, meaning: 'more than 512 keys' },\n  noKeys:",
    rules: of('in-typescript', 'reserved-code-stays-unused'),
  },
  {
    what: 'a number stands instead of the constant',
    file: TS,
    from: 'return noKeys.code;',
    to: 'return -2;',
    rules: of('in-typescript', 'return-names-its-code'),
  },
  {
    what: 'a number stands in one branch of a choice',
    file: TS,
    from: 'isGood ? OK :',
    to: 'isGood ? 1 :',
    rules: of('in-typescript', 'return-names-its-code'),
  },
  {
    what: 'what is returned is computed',
    file: TS,
    from: 'return noKeys.code;',
    to: 'return noKeys.code * keys.length;',
    rules: of('in-typescript', 'return-can-be-read'),
  },
  {
    what: 'what is returned comes from a function that is not read',
    file: TS,
    from: 'return answer(fits(sum, point, root));',
    to: 'return fits(sum, point, root);',
    rules: of('in-typescript', 'return-can-be-read'),
  },
  {
    what: 'a return stands behind another',
    file: TS,
    from: 'return answer(',
    to: 'return noKeys.code;\n  return answer(',
    rules: of('in-typescript', 'return-can-be-reached', 'code-is-returned', 'code-is-returned'),
  },
  {
    what: 'a condition is never true',
    file: TS,
    from: 'if (!sum)',
    to: 'if (false)',
    rules: of('in-typescript', 'return-can-be-reached', 'code-is-returned'),
  },
  {
    what: 'a documented code is never returned',
    file: TS,
    from: /\s+if \(!sum\).*/,
    to: '',
    rules: of('in-typescript', 'code-is-returned'),
  },
  {
    what: 'two checks change places',
    file: TS,
    from: /( {2}const decoded[\s\S]*?)( {2}const sum[\s\S]*?)( {2}return answer)/,
    to: "  const sum = aggregate(keys);\n  if (!sum) return COMMITTEE_CODES['aggregation-failed'].code;\n  if (!decodeKeys(keys)) return COMMITTEE_CODES.malformedKey.code;\n  return answer",
    rules: of('in-typescript', 'precedence-is-documented'),
  },
  {
    what: 'a row of the doc comment is missing',
    file: TS,
    from: / \* - `-2`.*\n/,
    to: '',
    rules: of('in-typescript', 'code-is-documented'),
  },
  {
    what: 'the doc comment lists a code too many',
    file: TS,
    from: ' * - `-4`',
    to: ' * - `-9`: out of luck\n * - `-4`',
    rules: of('in-typescript', ...LADDER),
  },
  {
    what: 'the doc comment means something else',
    file: TS,
    from: '`0`: signature invalid',
    to: '`0`: signature valid',
    rules: of('in-typescript', 'code-keeps-its-meaning'),
  },
  {
    what: 'the doc comment numbers a code anew',
    file: TS,
    from: '- `-2`: no',
    to: '- `-6`: no',
    rules: of('in-typescript', 'code-keeps-its-number'),
  },
  {
    what: 'the doc comment says nothing of codes',
    file: TS,
    from: /\/\*\*[\s\S]*?\*\/\nexport/,
    to: '/** Verifies. */\nexport',
    rules: of('in-typescript', 'code-is-documented'),
  },
];

export const RUST_MUTATIONS: readonly Mutation[] = [
  {
    what: 'a bare new number is returned',
    file: RUST,
    from: '    let root =',
    to: '    if keys.len() > 512 {\n        return -5;\n    }\n    let root =',
    rules: of('in-rust', ...LADDER, 'return-names-its-code'),
  },
  {
    what: 'a constant is declared and nothing else',
    file: RUST,
    from: '/// No public keys provided.',
    to: '/// More than 512 keys.\npub const CODE_TOO_MANY: i32 = -5;\n/// No public keys provided.',
    rules: of('in-rust', ...LADDER.slice(1), 'precedence-is-documented'),
  },
  {
    what: 'a constant is renumbered',
    file: RUST,
    from: 'CODE_NO_KEYS: i32 = -2',
    to: 'CODE_NO_KEYS: i32 = -6',
    rules: of('in-rust', ...KEEPS_NUMBER),
  },
  {
    what: 'a constant is renamed',
    file: RUST,
    from: /CODE_NO_KEYS/g,
    to: 'CODE_NOBODY',
    rules: of('in-rust', 'code-keeps-its-name'),
  },
  {
    what: 'a constant means something else',
    file: RUST,
    from: '/// No public keys provided.',
    to: '/// Too few keys.',
    rules: of('in-rust', 'code-keeps-its-meaning', 'code-keeps-its-meaning'),
  },
  {
    what: 'two constants have one number',
    file: RUST,
    from: 'CODE_MALFORMED_KEY: i32 = -4',
    to: 'CODE_MALFORMED_KEY: i32 = -3',
    rules: of('in-rust', 'code-stands-once'),
  },
  {
    what: 'a reserved number is declared again',
    file: RUST,
    from: '/// No public keys provided.',
    to: '/// More than 512 keys.\npub const CODE_TOO_MANY: i32 = -7;\n/// No public keys provided.',
    rules: of('in-rust', 'reserved-code-stays-unused'),
  },
  {
    what: 'a number stands instead of the constant',
    file: RUST,
    from: 'return CODE_NO_KEYS;',
    to: 'return -2;',
    rules: of('in-rust', 'return-names-its-code'),
  },
  {
    what: 'the last expression is a number',
    file: RUST,
    from: '        CODE_VERIFIED\n',
    to: '        1\n',
    rules: of('in-rust', 'return-names-its-code'),
  },
  {
    what: 'what is returned is computed',
    file: RUST,
    from: 'return CODE_NO_KEYS;',
    to: 'return CODE_NO_KEYS - pubkeys_len as i32;',
    rules: of('in-rust', 'return-can-be-read'),
  },
  {
    what: 'a return stands behind another',
    file: RUST,
    from: 'return CODE_NO_KEYS;',
    to: 'return CODE_NO_KEYS;\n        return CODE_INVALID;',
    rules: of('in-rust', 'return-can-be-reached'),
  },
  {
    what: 'a documented code is never returned',
    file: RUST,
    from: 'return CODE_AGGREGATION_FAILED;',
    to: 'panic!();',
    rules: of('in-rust', 'code-is-returned'),
  },
  {
    what: 'a row of the doc comment is missing',
    file: RUST,
    from: /\/\/\/ \* `-2`.*\n/,
    to: '',
    rules: of('in-rust', 'code-is-documented'),
  },
  {
    what: 'the doc comment means something else',
    file: RUST,
    from: '`0`  signature invalid',
    to: '`0`  no signature',
    rules: of('in-rust', 'code-keeps-its-meaning'),
  },
  {
    what: 'a row of the doc comment stands twice',
    file: RUST,
    from: '/// * `-2`  no public keys provided\n',
    to: '/// * `-2`  no public keys provided\n/// * `-2`  no public keys provided\n',
    rules: of('in-rust', 'code-stands-once'),
  },
  {
    what: 'two checks change places',
    file: RUST,
    from: /( {4}let keys: Opt[\s\S]*?)( {4}let Some\(sum\)[\s\S]*?\};\n)/,
    to: '    let Some(sum) = aggregate(&bytes) else {\n        return CODE_AGGREGATION_FAILED;\n    };\n    let keys: Option<Vec<_>> = bytes.chunks(KEY_BYTES).map(decoded).collect();\n    let Some(keys) = keys else {\n        return CODE_MALFORMED_KEY;\n    };\n',
    rules: of('in-rust', 'precedence-is-documented'),
  },
  {
    what: 'a caller exits with the code',
    file: 'crate/src/main.rs',
    from: 'exit(if code == CODE_VERIFIED { 0 } else { 1 });',
    to: 'exit(code);',
    rules: of('in-rust', 'code-is-no-exit-status'),
  },
];

export const HEADER_MUTATIONS: readonly Mutation[] = [
  {
    what: 'a macro is declared and nothing else',
    file: HEADER,
    from: '#define VERIFY_NO_KEYS',
    to: '#define VERIFY_TOO_MANY (-5)\n#define VERIFY_NO_KEYS',
    rules: of('in-a-header', 'code-is-documented', 'code-has-a-vector', 'code-is-handled'),
  },
  {
    what: 'a macro is renumbered',
    file: HEADER,
    from: 'VERIFY_NO_KEYS (-2)',
    to: 'VERIFY_NO_KEYS (-6)',
    rules: of('in-a-header', ...KEEPS_NUMBER),
  },
  {
    what: 'a macro is renamed',
    file: HEADER,
    from: 'VERIFY_NO_KEYS',
    to: 'VERIFY_NOBODY',
    rules: of('in-a-header', 'code-keeps-its-name'),
  },
  {
    what: 'a macro means something else',
    file: HEADER,
    from: '// No public keys provided.',
    to: '// Too few keys.',
    rules: of('in-a-header', 'code-keeps-its-meaning', 'code-keeps-its-meaning'),
  },
  {
    what: 'two macros have one number',
    file: HEADER,
    from: '(-4)',
    to: '(-3)',
    rules: of('in-a-header', 'code-stands-once'),
  },
  {
    what: 'a macro is taken out',
    file: HEADER,
    from: /#define VERIFY_NO_KEYS.*\n/,
    to: '',
    rules: of('in-a-header', 'code-is-declared'),
  },
  {
    what: 'dead code comes to life',
    file: HEADER,
    from: '#if 0',
    to: '#if 1',
    rules: of('in-a-header', 'code-is-documented', 'code-has-a-vector', 'code-is-handled'),
  },
  {
    what: 'a row of the comment is missing',
    file: HEADER,
    from: / \* -2 {3}.*\n/,
    to: '',
    rules: of('in-a-header', 'code-is-documented'),
  },
];

export const IDL_MUTATIONS: readonly Mutation[] = [
  {
    what: 'an error is added',
    file: IDL,
    from: '"errors": [',
    to: '"errors": [\n    { "code": 6050, "name": "NewError", "msg": "Something new" },',
    rules: of('in-an-idl', 'code-is-documented', 'code-is-handled'),
  },
  {
    what: 'an error is taken out',
    file: IDL,
    from: /\n.*6002.*/,
    to: '',
    rules: of('in-an-idl', 'code-is-declared'),
  },
  {
    what: 'an error is renumbered',
    file: IDL,
    from: '6002',
    to: '6003',
    rules: of('in-an-idl', 'code-keeps-its-number'),
  },
  {
    what: 'an error means something else',
    file: IDL,
    from: 'more than 5 slots',
    to: 'more than 50 slots',
    rules: of('in-an-idl', 'code-keeps-its-meaning'),
  },
  {
    what: 'an error is renamed',
    file: IDL,
    from: 'CustodyOracleStale',
    to: 'OracleStale',
    rules: of('in-an-idl', 'code-keeps-its-name'),
  },
  {
    what: 'two errors have one number',
    file: IDL,
    from: '6006',
    to: '6005',
    rules: of('in-an-idl', 'code-stands-once'),
  },
  {
    what: 'the IDL is of another version',
    file: IDL,
    from: '"version": "1.0.0"',
    to: '"version": "0.9.0"',
    rules: of('in-an-idl', 'contract-source-is-current'),
  },
];

export const OTHER_MUTATIONS: readonly Mutation[] = [
  {
    what: 'a row of the sheet is missing',
    file: SHEET,
    from: / {2}"-2":[\s\S]*?(?= {2}"-3")/,
    to: '',
    rules: [...ofAll('code-is-documented', 'version-is-raised'), ...of('in-typescript', 'page-is-current')],
  },
  {
    what: 'the sheet has a row too many',
    file: HOOK_SHEET,
    from: '  "6002":',
    to: '  "6999":\n    name: lost\n    meaning: Nobody knows.\n    raised_by: Nothing\n    runbook: transfers-refused\n    source: {section: "1"}\n  "6002":',
    rules: of('in-an-idl', 'code-is-declared', 'code-is-handled', 'version-is-raised'),
  },
  {
    what: 'the sheet means something else',
    file: HOOK_SHEET,
    from: 'more than 48 hours',
    to: 'more than 24 hours',
    rules: of('in-an-idl', 'code-keeps-its-meaning', 'version-is-raised'),
  },
  {
    what: 'the sheet numbers a code anew',
    file: SHEET,
    from: '"-2"',
    to: '"-6"',
    rules: ofAll('code-keeps-its-number', 'version-is-raised'),
  },
  {
    what: 'a reserved number is given to another code',
    file: SHEET,
    from: /timed-out([\s\S]*) {4}lifecycle: reserved\n/,
    to: 'too-many\n    meaning: More than 512 keys.\n    raised_by: The check\n',
    rules: ofAll('reserved-code-stays-unused', 'version-is-raised', ...LADDER).filter(isAsked),
  },
  {
    what: 'a code comes back without being built again',
    file: SHEET,
    from: '    lifecycle: reserved\n',
    to: '',
    rules: ofAll('version-is-raised', ...LADDER).filter(isAsked),
  },
  {
    what: 'a vector is missing',
    file: 'vectors/committee.json',
    from: /.*nobody.*\n/,
    to: '',
    rules: ofAll('code-has-a-vector'),
  },
  {
    what: 'no run returned a code',
    file: 'vectors/observed.json',
    from: '"nobody": -2, ',
    to: '',
    rules: [...of('in-typescript', 'code-is-returned'), ...of('in-rust', 'code-is-returned')],
  },
  {
    what: 'a run returned another code',
    file: 'vectors/observed.json',
    from: '"nobody": -2',
    to: '"nobody": -3',
    rules: [
      ...of('in-typescript', 'code-is-returned', 'vector-tells-the-truth'),
      ...of('in-rust', 'code-is-returned', 'vector-tells-the-truth'),
    ],
  },
  {
    what: 'a branch is missing',
    file: RUNBOOK,
    from: /.*no-keys: .*\n/,
    to: '',
    rules: ofAll('code-is-handled'),
  },
  {
    what: 'a branch is misspelt',
    file: RUNBOOK,
    from: 'no-keys:',
    to: 'no-key:',
    rules: ofAll('code-is-handled', 'registry-names-codes'),
  },
  {
    what: 'a step branches on a reserved code',
    file: RUNBOOK,
    from: '          no-keys:',
    to: '          timed-out: {produces: [proof-bad]}\n          no-keys:',
    rules: ofAll('reserved-code-stays-unused'),
  },
  {
    what: 'a runbook forgets its trigger',
    file: 'runbooks/small/transfers-refused.yaml',
    from: /.*6002.*\n/,
    to: '',
    rules: of('in-an-idl', 'code-is-handled'),
  },
  {
    what: 'a step forgets what it expects',
    file: 'runbooks/small/transfers-refused.yaml',
    from: /.*expects.*\n/,
    to: '',
    rules: of('in-an-idl', 'code-is-handled'),
  },
  {
    what: 'the order is not stated',
    file: REGISTRY,
    from: /.*precedence.*\n/,
    to: '',
    rules: of('in-typescript', 'precedence-is-documented', 'page-is-current'),
  },
  {
    what: 'the order is another one',
    file: REGISTRY,
    from: '[malformed-signature, no-keys,',
    to: '[no-keys, malformed-signature,',
    rules: of('in-typescript', 'precedence-is-documented', 'page-is-current', 'version-is-raised'),
  },
  {
    what: 'a refused code exits 0',
    file: REGISTRY,
    from: 'fine: [verified]',
    to: 'fine: [verified, invalid]',
    rules: of('in-typescript', 'exit-table-agrees', 'exit-table-agrees'),
  },
  {
    what: 'a code has no exit status',
    file: REGISTRY,
    from: 'refused: [invalid, ',
    to: 'refused: [',
    rules: of('in-typescript', 'exit-table-agrees'),
  },
  {
    what: 'two exits have one number',
    file: 'src/exits.ts',
    from: 'code: 2',
    to: 'code: 1',
    rules: of('in-typescript', 'exit-table-agrees'),
  },
  {
    what: 'an exit is misspelt',
    file: REGISTRY,
    from: 'refused: [',
    to: 'refuse: [',
    rules: of('in-typescript', 'exit-table-agrees'),
  },
  {
    what: 'a caller exits with the code',
    file: 'src/main.ts',
    from: /process\.exitCode = .*/,
    to: 'process.exit(code);',
    rules: of('in-typescript', 'code-is-no-exit-status'),
  },
  {
    what: 'a caller sets the code as the exit code',
    file: 'src/main.ts',
    from: /process\.exitCode = .*/,
    to: 'process.exitCode = verifyCommittee(keys, signature, root);',
    rules: of('in-typescript', 'code-is-no-exit-status'),
  },
  {
    what: 'the page says something else',
    file: 'docs/codes.md',
    from: 'no public keys provided',
    to: 'too few public keys',
    rules: of('in-typescript', 'page-is-current'),
  },
  {
    what: 'a row of the page is missing',
    file: 'docs/codes.md',
    from: /\| -2 .*\n/,
    to: '',
    rules: of('in-typescript', 'page-is-current'),
  },
  {
    what: 'the version goes back',
    file: REGISTRY,
    from: 'version: 1.0.0',
    to: 'version: 0.9.0',
    rules: of('in-typescript', 'version-is-raised', 'page-is-current'),
  },
];
