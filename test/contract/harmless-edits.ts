/** An edit that changes nothing a caller or a reader relies on. */
export interface HarmlessEdit {
  readonly what: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
}

const TS = 'src/verify.ts';
const TABLE = 'src/codes.ts';
const RUST = 'crate/src/lib.rs';
const HEADER = 'include/verifier.h';
const IDL = 'target/idl/hook.json';
const SHEET = 'policies/small/verifier-codes.yaml';

export const HARMLESS_EDITS: readonly HarmlessEdit[] = [
  {
    what: 'a non-breaking space in the table',
    file: TABLE,
    from: 'no public keys',
    to: 'no\u00a0public keys',
  },
  {
    what: 'a narrow non-breaking space and a soft line in the sheet',
    file: SHEET,
    from: 'No public keys provided.',
    to: '>-\n      No public\u202fkeys\n      provided.',
  },
  { what: 'a typographic minus in a doc comment', file: TS, from: '`-2`', to: '`\u22122`' },
  { what: 'a typographic minus in Rust', file: RUST, from: '`-2`', to: '\u22122' },
  { what: 'a typographic minus in C', file: HEADER, from: ' * -2 ', to: ' * \u22122 ' },
  {
    what: 'marks of Markdown around a meaning',
    file: RUST,
    from: '`0`  signature invalid',
    to: '**0**  _signature_ `invalid`',
  },
  { what: 'bold in the sheet', file: SHEET, from: 'Signature invalid.', to: '"**Signature** invalid."' },
  { what: 'another mark of a list', file: TS, from: / \* - `-4`/, to: ' * \u2022 `-4`' },
  {
    what: 'a table instead of a list',
    file: RUST,
    from: /\/\/\/ \* `-4` {2}(.*)\n/,
    to: '/// | `-4` | malformed public key: a 48-byte slice is not a valid G1 point |\n',
  },
  {
    what: 'a meaning that goes on in the next line',
    file: TS,
    from: '- `-2`: no public keys provided',
    to: '- `-2`: no public\n *   keys provided',
  },
  { what: 'capitals', file: TABLE, from: "'signature invalid'", to: "'SIGNATURE Invalid'" },
  {
    what: 'a trailing full stop in the table',
    file: TABLE,
    from: "'signature invalid'",
    to: "'signature invalid.'",
  },
  {
    what: 'no trailing full stop in the sheet',
    file: SHEET,
    from: 'Signature invalid.',
    to: 'Signature invalid',
  },
  {
    what: 'another order of the table',
    file: TABLE,
    from: /( {2}verified:.*\n)( {2}invalid:.*\n)/,
    to: "  invalid: { code: 0, meaning: 'signature invalid' },\n  verified: { code: 1, meaning: 'signature verified' },\n",
  },
  {
    what: 'another order of the sheet',
    file: SHEET,
    from: /("1":[\s\S]*?)("0":[\s\S]*?)( {2}"-1")/,
    to: '"0":\n    name: invalid\n    meaning: Signature invalid.\n    raised_by: The committee check\n    runbook: bad-proof\n    source: {section: "1"}\n  "1":\n    name: verified\n    meaning: Signature verified.\n    success: true\n    raised_by: The committee check\n    source: {section: "1"}\n  "-1"',
  },
  {
    what: 'the same order of the checks in the sheet',
    file: SHEET,
    from: 'codes:',
    to: 'precedence: [-1, -2, -4, -3, 0]\ncodes:',
  },
  {
    what: 'another order of the doc comment',
    file: TS,
    from: / \* - `1`: signature verified\n \* - `0`: signature invalid\n/,
    to: ' * - `0`: signature invalid\n * - `1`: signature verified\n',
  },
  { what: 'another order of the errors of an IDL', file: IDL, from: '"errors": [', to: '"errors": [ ' },
  {
    what: 'a returning closure',
    file: TS,
    from: 'const sum =',
    to: 'const odd = () => {\n    return -99;\n  };\n  const sum =',
  },
  {
    what: 'a nested function',
    file: TS,
    from: 'const sum =',
    to: 'function odd() {\n    return -99;\n  }\n  const sum =',
  },
  {
    what: 'a class with a method',
    file: TS,
    from: 'const sum =',
    to: 'class Odd {\n    answer() {\n      return -99;\n    }\n  }\n  const sum =',
  },
  {
    what: 'a return in a comment',
    file: TS,
    from: 'const sum =',
    to: '// return -99;\n  /* return -98; */\n  const sum =',
  },
  {
    what: 'a return in a string',
    file: TS,
    from: 'const sum =',
    to: "const note = 'return -99;';\n  const sum =",
  },
  {
    what: 'a helper that nobody returns from',
    file: TS,
    from: 'function answer(',
    to: 'function odd(): number {\n  return -99;\n}\n\nfunction answer(',
  },
  {
    what: 'parentheses, satisfies and a cast',
    file: TS,
    from: 'return noKeys.code;',
    to: 'return (noKeys.code satisfies number as number);',
  },
  {
    what: 'a constant between',
    file: TS,
    from: 'if (keys.length === 0) return noKeys.code;',
    to: 'const none = noKeys.code;\n  if (keys.length === 0) return none;',
  },
  {
    what: 'the choice the other way round',
    file: TS,
    from: 'isGood ? OK : invalid.code',
    to: '!isGood ? invalid.code : OK',
  },
  {
    what: 'if and else instead of a choice',
    file: TS,
    from: 'return isGood ? OK : invalid.code;',
    to: 'if (isGood) {\n    return OK;\n  } else {\n    return invalid.code;\n  }',
  },
  {
    what: 'a thrown error',
    file: TS,
    from: 'const sum =',
    to: "if (root.length !== 32) throw new TypeError('root');\n  const sum =",
  },
  {
    what: 'a Rust closure that returns',
    file: RUST,
    from: '    let root =',
    to: '    let odd = || return -99;\n    let root =',
  },
  {
    what: 'a nested Rust function',
    file: RUST,
    from: '    let root =',
    to: '    fn odd() -> i32 {\n        return -99;\n    }\n    let root =',
  },
  {
    what: 'a return in a Rust comment and string',
    file: RUST,
    from: '    let root =',
    to: '    // return -99;\n    let note = "return -98;";\n    let root =',
  },
  {
    what: 'another test in a Rust test module',
    file: RUST,
    from: '    #[test]\n',
    to: '    fn odd() -> i32 {\n        return -97;\n    }\n\n    #[test]\n',
  },
  {
    what: 'an explicit return at the end of Rust',
    file: RUST,
    from: '        CODE_VERIFIED\n',
    to: '        return CODE_VERIFIED;\n',
  },
  {
    what: 'a match instead of an if',
    file: RUST,
    from: /if fits\([\s\S]*?\n {4}\}\n\}/,
    to: 'match fits(&sum, &signature, root) {\n        true => CODE_VERIFIED,\n        false => CODE_INVALID,\n    }\n}',
  },
  {
    what: 'a local binding in Rust',
    file: RUST,
    from: '        return CODE_NO_KEYS;',
    to: '        let none = CODE_NO_KEYS;\n        return none;',
  },
  {
    what: 'a macro without the prefix',
    file: HEADER,
    from: '#include <stddef.h>',
    to: '#define KEY_BYTES 48\n#include <stddef.h>',
  },
  {
    what: 'a macro in a comment',
    file: HEADER,
    from: '#include <stddef.h>',
    to: '/* #define VERIFY_LOST (-99) */\n// #define VERIFY_GONE (-98)\n#include <stddef.h>',
  },
  {
    what: 'hexadecimal and a suffix in C',
    file: HEADER,
    from: 'VERIFY_VERIFIED 1 ',
    to: 'VERIFY_VERIFIED 0x1L ',
  },
  {
    what: 'an IDL in the layout before Anchor 0.30',
    file: IDL,
    from: /\{[\s\S]*"instructions": \[\],/,
    to: '{\n  "version": "1.0.0",\n  "name": "transfer_hook",\n  "instructions": [],',
  },
  { what: 'an IDL on one line', file: IDL, from: /\s*\n\s*/g, to: ' ' },
  {
    what: 'a padded table on the page',
    file: 'docs/codes.md',
    from: '| 0 | `invalid` |',
    to: '|     0 | `invalid`     |',
  },
  {
    what: 'text around the generated part',
    file: 'docs/codes.md',
    from: '# Committee check',
    to: '# Committee check\n\nFor people on call.',
  },
  { what: 'Windows line ends in Rust', file: RUST, from: /\n/g, to: '\r\n' },
  { what: 'Windows line ends in C', file: HEADER, from: /\n/g, to: '\r\n' },
  { what: 'Windows line ends in TypeScript', file: TS, from: /\n/g, to: '\r\n' },
  { what: 'Windows line ends on the page', file: 'docs/codes.md', from: /\n/g, to: '\r\n' },
  {
    what: 'a caller that compares the code',
    file: 'src/main.ts',
    from: /process\.exitCode = .*/,
    to: 'process.exit(verifyCommittee(keys, signature, root) === COMMITTEE_CODES.verified.code ? 0 : 1);',
  },
];
