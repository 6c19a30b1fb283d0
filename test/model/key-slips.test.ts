import { expect, test } from 'vitest';
import { edited, findingsOf, smallBook } from './small-book.ts';

const RUNBOOK = 'runbooks/small/shop-down.yaml';
const MONITORS = 'policies/small/monitors.yaml';
const SEVERITIES = 'policies/small/severities.yaml';
const AUTHORITIES = 'policies/small/authorities.yaml';
const INVARIANTS = 'policies/small/invariants.yaml';
const SCENARIO = 'scenarios/small/saturday-sale.yaml';

/** What is done to a file of the small book, and every finding that follows. */
const SLIPS: readonly (readonly [
  slip: string,
  file: string,
  from: string,
  to: string,
  ...findings: string[],
])[] = [
  [
    'a misspelt key',
    RUNBOOK,
    'takes: 1m..5m',
    'takess: 1m..5m',
    'runbooks/small/shop-down.yaml:20:9 document-fits-its-schema: unknown key `takess` in entry 1 of `steps` (did you mean `takes`?)',
  ],
  [
    'a key that is like no other',
    MONITORS,
    'tool: Uptime probe',
    'tool: Uptime probe\n    colour: red',
    'policies/small/monitors.yaml:7:5 document-fits-its-schema: unknown key `colour` in `front-page` (known here: `per` and `service`)',
  ],
  [
    'a misspelt key that is required',
    RUNBOOK,
    'text: Copy',
    'txet: Copy',
    'runbooks/small/shop-down.yaml:18:9 document-fits-its-schema: unknown key `txet` in entry 1 of `steps` (did you mean `text`?)',
  ],
  [
    'a missing key',
    RUNBOOK,
    '        text: Copy the logs of the last hour.\n',
    '',
    'runbooks/small/shop-down.yaml:17:9 document-fits-its-schema: entry 1 of `steps` lacks `text` (`text` is a sentence or two in plain words)',
  ],
  [
    'two missing keys',
    RUNBOOK,
    '        text: Copy the logs of the last hour.\n        by: engineer\n',
    '',
    'runbooks/small/shop-down.yaml:17:9 document-fits-its-schema: entry 1 of `steps` lacks `text` and `by`',
  ],
  [
    'a misspelt key that hides what others refer to',
    RUNBOOK,
    '    steps:\n      - id: save-logs',
    '    stepps:\n      - id: save-logs',
    'runbooks/small/shop-down.yaml:16:5 document-fits-its-schema: unknown key `stepps` in entry 1 of `phases` (did you mean `steps`?)',
  ],
  [
    'a promise without its start',
    RUNBOOK,
    '{by: 30m, from: opened}',
    '{by: 30m}',
    'runbooks/small/shop-down.yaml:29:9 document-fits-its-schema: `within` lacks `from` (`from` is an event of the trace (declared, level.P0, step.notify-custodian, or a fact by its name))',
  ],
  [
    'a duration where a promise belongs',
    RUNBOOK,
    'within: {by: 30m, from: opened}',
    'within: <30m',
    'runbooks/small/shop-down.yaml:29:17 document-fits-its-schema: `within` must be a mapping with `by` and `from`, it is `<30m` (write `{by: 30m, from: EVENT}`: the bound is closed, 30m included, and counts from an event)',
  ],
  [
    'a step that is work and an act',
    RUNBOOK,
    'takes: 1m..5m',
    'takes: 1m..5m\n        answers: 0..5m',
    'runbooks/small/shop-down.yaml:21:9 document-fits-its-schema: `takes` and `answers` exclude each other',
  ],
  [
    'a word that is none of the list',
    RUNBOOK,
    'order: any',
    'order: random',
    'runbooks/small/shop-down.yaml:34:12 document-fits-its-schema: `order` must be `sequence` or `any`, it is `random`',
  ],
  [
    'a key without a value',
    RUNBOOK,
    'order: any',
    'order:',
    'runbooks/small/shop-down.yaml:34:5 document-fits-its-schema: `order` has no value, it must be `sequence` or `any`',
  ],
  [
    'an unknown kind',
    RUNBOOK,
    'kind: runbook',
    'kind: runbok',
    'runbooks/small/shop-down.yaml:2:7 document-fits-its-schema: there is no kind of document `runbok` (did you mean `runbook`?)',
  ],
  [
    'no kind',
    RUNBOOK,
    'kind: runbook\n',
    '',
    'runbooks/small/shop-down.yaml:2:1 document-fits-its-schema: the document does not say its `kind` (begin with `kind: runbook`)',
  ],
  [
    'two ways to say one thing',
    RUNBOOK,
    'always: P1',
    'always: P1\n  decide: [{if: {resolved: true}, is: P1}]',
    'runbooks/small/shop-down.yaml:11:3 document-fits-its-schema: `always` and `decide` exclude each other in `severity`',
  ],
  [
    'none of two ways to say it',
    RUNBOOK,
    '  always: P1\n',
    '  otherwise: P1\n',
    'runbooks/small/shop-down.yaml:9:1 document-fits-its-schema: `severity` needs one of `always` or `decide`',
  ],
  [
    'a choice with one way out',
    RUNBOOK,
    '          still-down: {goto: find-cause}\n',
    '',
    'runbooks/small/shop-down.yaml:41:9 document-fits-its-schema: `outcomes` needs at least 2 entries, it has 1',
  ],
  [
    'a rule that lacks its third part',
    SEVERITIES,
    '    while: unresolved\n',
    '',
    'policies/small/severities.yaml:17:5 document-fits-its-schema: `after` needs `while` beside it',
  ],
  [
    'a rule that was not begun',
    SEVERITIES,
    '    after: 4h\n    from: level\n    while: unresolved\n',
    '',
    'policies/small/severities.yaml:15:5 document-fits-its-schema: entry 1 of `raise` needs one of `after` or `if`',
  ],
  [
    'half of an approval',
    AUTHORITIES,
    'at_least: 2',
    'of: 2',
    'policies/small/authorities.yaml:9:10 document-fits-its-schema: `group` needs `at_least` beside it',
  ],
  [
    'two approvals in one',
    AUTHORITIES,
    '{group: owners, at_least: 2}',
    '{group: owners, at_least: 2, role: commander}',
    'policies/small/authorities.yaml:9:10 document-fits-its-schema: `role` and `group` exclude each other in entry 2 of `approvals`',
  ],
  [
    'half of a pattern',
    INVARIANTS,
    '    within: 1h\n',
    '',
    'policies/small/invariants.yaml:10:5 document-fits-its-schema: `expect` needs `within` beside it',
  ],
  [
    'two patterns in one invariant',
    INVARIANTS,
    '    within: 1h\n',
    '    within: 1h\n    never: closed\n',
    'policies/small/invariants.yaml:10:5 document-fits-its-schema: `never` and `expect` exclude each other in entry 2 of `invariants`',
  ],
  [
    'a misspelt key of the condition that was meant',
    INVARIANTS,
    '    after: level.P1\n    expect: notified.customers\n    within: 1h\n',
    '    never: {severty: [P1]}\n',
    'policies/small/invariants.yaml:9:13 document-fits-its-schema: unknown key `severty` in `never` (did you mean `severity`?)',
  ],
  [
    'an inject with two times',
    SCENARIO,
    '{at: 0m, signal',
    '{at: 0m, after: declared, signal',
    'scenarios/small/saturday-sale.yaml:9:14 document-fits-its-schema: `at` and `after` exclude each other in entry 1 of `injects`',
  ],
  [
    'an inject without a time',
    SCENARIO,
    '{at: 0m, signal',
    '{signal',
    'scenarios/small/saturday-sale.yaml:9:5 document-fits-its-schema: entry 1 of `injects` needs one of `at` or `after`',
  ],
  [
    'an inject of nothing',
    SCENARIO,
    '{at: 0m, signal: {monitor: front-page, level: P1}}',
    '{at: 0m}',
    'scenarios/small/saturday-sale.yaml:9:5 document-fits-its-schema: entry 1 of `injects` needs at least one of `signal`, `declare`, `fact`, `lose`, `restore` or `text`',
  ],
];

test.each(SLIPS)('%s gives one sentence at its place', (_, file, from, to, ...findings) => {
  expect(findingsOf(smallBook(edited(file, from, to)))).toEqual(findings);
});
