import fc from 'fast-check';
import type { CheckReport, ReportedFinding } from '../../../cli/check-report.ts';
import { KNOWN_RULES } from '../../../cli/known-rules.ts';
import { NO_PAINT } from '../../../cli/paint.ts';
import type { Surroundings } from '../../../cli/reporters/reporter.ts';

/** What people try who want a report to say something else. */
const TRICKS = [
  '::error file=x::injected',
  '\n::stop-commands::token\n',
  '##[error]injected',
  '%0A::error::injected%25',
  '\r\n',
  ']]><failure/>',
  '<img src=x onerror=alert(1)>',
  '<!-- ',
  '&amp;&#60;',
  '"quoted" \'single\'',
  ' | cell | cell |',
  '`code` ``',
  '[text](https://example.com)',
  'https://example.com www.example.com a@example.com',
  '@everyone #1',
  '$$x$$ **bold** _it_ ~~no~~ \\|',
  '{0} {{',
  'file:1:1: message [rule]',
  '\u001b[31m\u0000\u0007\u009b',
  '\ud800 \udfff \ufffe\uffff',
  '\u202e\u200b\u2028\u2060',
  'a\tb',
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...TRICKS), fc.string({ unit: 'binary' }), fc.constant('word ')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''))
  .filter((text) => text !== '');

/** Names that a file system gives are whole Unicode. */
const file = hostile.map((name) => `policies/small/${Buffer.from(name).toString()}.yaml`);

const finding: fc.Arbitrary<ReportedFinding> = fc.record(
  {
    book: fc.constantFrom('small', ''),
    rule: fc.constantFrom(...KNOWN_RULES.map(({ id }) => id)),
    message: hostile,
    hint: hostile,
    file,
    line: fc.integer({ min: 1, max: 100_000 }),
    column: fc.integer({ min: 1, max: 100_000 }),
    fingerprint: fc.stringMatching(/^[0-9a-f]{12}$/),
  },
  { requiredKeys: ['book', 'rule', 'message', 'file', 'line', 'column', 'fingerprint'] },
) as fc.Arbitrary<ReportedFinding>;

/** A report of one book, and of files outside of every book, whose findings say anything at all. */
export const anyReport: fc.Arbitrary<CheckReport> = fc
  .tuple(fc.array(finding, { maxLength: 5 }), fc.constantFrom(0, 4))
  .map(([findings, rules]) => ({
    version: 1,
    books: [
      {
        id: 'small',
        files: 3,
        documents: { book: 1, runbook: 2 },
        references: 7,
        rules,
        findings: findings.filter(({ book }) => book === 'small').length,
        waived: 2,
      },
    ],
    findings,
  }));

export const AROUND: Surroundings = {
  paint: NO_PAINT,
  width: 110,
  line: () => undefined,
  prefix: 'ops/',
  version: '1.2.3',
};
