import { expect, test } from 'vitest';
import { edited, findingsOf, smallBook } from './small-book.ts';

const RUNBOOK = 'runbooks/small/shop-down.yaml';
const COMMAND = 'policies/small/command.yaml';
const SEVERITIES = 'policies/small/severities.yaml';
const AUTHORITIES = 'policies/small/authorities.yaml';
const INVARIANTS = 'policies/small/invariants.yaml';
const MONITORS = 'policies/small/monitors.yaml';
const SCENARIO = 'scenarios/small/saturday-sale.yaml';
const MANIFEST = 'policies/small/book.yaml';
const COMMUNICATIONS = 'policies/small/communications.yaml';

/** What is done to a file of the small book, and every finding that follows. */
const SLIPS: readonly (readonly [
  slip: string,
  file: string,
  from: string,
  to: string,
  ...findings: string[],
])[] = [
  [
    'an open bound',
    RUNBOOK,
    'by: 30m,',
    'by: <30m,',
    'runbooks/small/shop-down.yaml:29:22 document-fits-its-schema: `by` must be a length of time with its unit (30s, 15m, 4h, 72h, 30d, 5 business days), it is `<30m` (bounds are closed, `30m` includes its last instant: write `30m`)',
  ],
  [
    'a unit in words',
    RUNBOOK,
    'by: 30m,',
    'by: 30 minutes,',
    'runbooks/small/shop-down.yaml:29:22 document-fits-its-schema: `by` must be a length of time with its unit (30s, 15m, 4h, 72h, 30d, 5 business days), it is `30 minutes` (write `30m`)',
  ],
  [
    'a duration of two units',
    RUNBOOK,
    'by: 30m,',
    'by: 1h30m,',
    'runbooks/small/shop-down.yaml:29:22 document-fits-its-schema: `by` must be a length of time with its unit (30s, 15m, 4h, 72h, 30d, 5 business days), it is `1h30m` (write `90m`)',
  ],
  [
    'a vague duration',
    RUNBOOK,
    'by: 30m,',
    'by: soon,',
    'runbooks/small/shop-down.yaml:29:22 document-fits-its-schema: `by` must be a length of time with its unit (30s, 15m, 4h, 72h, 30d, 5 business days), it is `soon`',
  ],
  [
    'a duration without a unit',
    RUNBOOK,
    'by: 30m,',
    'by: 30,',
    'runbooks/small/shop-down.yaml:29:22 document-fits-its-schema: `by` must be a length of time with its unit (30s, 15m, 4h, 72h, 30d, 5 business days), it is `30` (write its unit: `30m` or `30h`)',
  ],
  [
    'a span with a dash',
    RUNBOOK,
    'takes: 1m..5m',
    'takes: 5m-10m',
    'runbooks/small/shop-down.yaml:20:16 document-fits-its-schema: `takes` must be a closed range of time that an act or a step takes (0..5m, 5m..15m), it is `5m-10m` (write `5m..10m`)',
  ],
  [
    'a span with one bound',
    RUNBOOK,
    'takes: 1m..5m',
    'takes: 5m',
    'runbooks/small/shop-down.yaml:20:16 document-fits-its-schema: `takes` must be a closed range of time that an act or a step takes (0..5m, 5m..15m), it is `5m` (write `0..5m`)',
  ],
  [
    'a span that begins with 0m',
    RUNBOOK,
    'takes: 1m..5m',
    'takes: 0m..5m',
    'runbooks/small/shop-down.yaml:20:16 document-fits-its-schema: `takes` must be a closed range of time that an act or a step takes (0..5m, 5m..15m), it is `0m..5m` (write `0..5m`)',
  ],
  [
    'a word that is nearly one of the list',
    RUNBOOK,
    'role_of_step: preserve',
    'role_of_step: preserv',
    'runbooks/small/shop-down.yaml:22:23 document-fits-its-schema: `role_of_step` must be one of `detect`, `triage`, `stabilise`, `preserve`, `diagnose`, `fix`, `verify`, `notify`, `recover` or `review`, it is `preserv` (did you mean `preserve`?)',
  ],
  [
    'a list without entries',
    RUNBOOK,
    'produces: [logs-saved]',
    'produces:',
    'runbooks/small/shop-down.yaml:21:9 document-fits-its-schema: `produces` has no value, it must be a list',
  ],
  [
    'a text where a list belongs',
    RUNBOOK,
    'produces: [logs-saved]',
    'produces: logs-saved',
    'runbooks/small/shop-down.yaml:21:19 document-fits-its-schema: `produces` must be a list, it is `logs-saved` (write it as a list: `[logs-saved]`)',
  ],
  [
    'an empty list',
    COMMAND,
    'page: [commander, engineer]',
    'page: []',
    'policies/small/command.yaml:6:3 document-fits-its-schema: `page` must not be empty',
  ],
  [
    'an entry that stands twice',
    COMMAND,
    'page: [commander, engineer]',
    'page: [everybody, everybody]',
    'policies/small/command.yaml:6:21 document-fits-its-schema: `page` names `everybody` twice',
  ],
  [
    'an id with spaces and capitals',
    RUNBOOK,
    'id: save-logs',
    'id: Save Logs',
    'runbooks/small/shop-down.yaml:17:13 document-fits-its-schema: `id` must be a kebab-case identifier, it is `Save Logs` (write `save-logs`)',
  ],
  [
    'a number where a text belongs',
    RUNBOOK,
    'source: {section: "9"}',
    'source: {section: 9}',
    'runbooks/small/shop-down.yaml:6:19 document-fits-its-schema: `section` must be text, or a list, it is `9` (put it in quotes)',
  ],
  [
    'a level that begins small',
    SEVERITIES,
    '  P2:',
    '  p2:',
    'policies/small/severities.yaml:10:3 document-fits-its-schema: the key `p2` must be the name of a level, with a capital first (P0, SEV-1)',
  ],
  [
    'a number in quotes',
    AUTHORITIES,
    'at_least: 2',
    'at_least: "2"',
    'policies/small/authorities.yaml:9:35 document-fits-its-schema: `at_least` must be a whole number, it is `"2"` (leave out the quotes)',
  ],
  [
    'a number that is too small',
    AUTHORITIES,
    'at_least: 2',
    'at_least: 0',
    'policies/small/authorities.yaml:9:35 document-fits-its-schema: `at_least` must be at least 1, it is 0',
  ],
  [
    'neither event nor condition',
    INVARIANTS,
    '    after: level.P1\n    expect: notified.customers\n    within: 1h\n',
    '    never: 5\n',
    'policies/small/invariants.yaml:9:12 document-fits-its-schema: `never` must be an event of the trace (declared, level.P0, step.notify-custodian, or a fact by its name), or a mapping with keys such as `severity`, it is `5` (put it in quotes)',
  ],
  [
    'a word that is neither duration nor of the list',
    MONITORS,
    'interval: 1m',
    'interval: every block',
    'policies/small/monitors.yaml:7:15 document-fits-its-schema: `interval` must be a length of time with its unit (30s, 15m, 4h, 72h, 30d, 5 business days), or `real-time` or `every-block`, it is `every block` (did you mean `every-block`?)',
  ],
  [
    'a limit that is none',
    MONITORS,
    'above: 10s',
    'above: lots',
    'policies/small/monitors.yaml:18:16 document-fits-its-schema: `above` must be a measured limit with its unit (5 slots, 48h, 10%, 500ms, 300 bps, 500 tps, or a bare count), it is `lots`',
  ],
  [
    'a date without a time',
    SCENARIO,
    'starts: 2026-05-16T10:00:00+02:00',
    'starts: 2026-05-16',
    'scenarios/small/saturday-sale.yaml:7:9 document-fits-its-schema: `starts` must be a date and time with its offset from UTC (2026-09-16T10:00:00-04:00), it is `2026-05-16`',
  ],
  [
    'a time zone in words',
    MANIFEST,
    'zone: Europe/Berlin',
    'zone: "Berlin time"',
    'policies/small/book.yaml:8:18 document-fits-its-schema: `zone` must be an IANA time zone (America/New_York), it is `Berlin time`',
  ],
  [
    'a long text',
    MANIFEST,
    'text: Phone calls go through.',
    `text: ${'x'.repeat(2001)}`,
    'policies/small/book.yaml:21:11 document-fits-its-schema: `text` has 2001 characters, at most 2000 are allowed',
  ],
  [
    'an empty text',
    MANIFEST,
    'text: Phone calls go through.',
    'text: ""',
    'policies/small/book.yaml:21:11 document-fits-its-schema: `text` must not be empty',
  ],
  [
    'a list where a mapping belongs',
    COMMUNICATIONS,
    'call: {title: Phone call, needs: [phone]}',
    'call: [phone]',
    'policies/small/communications.yaml:4:3 document-fits-its-schema: `call` must be a mapping with `title`, it is a list',
  ],
];

test.each(SLIPS)('%s gives one sentence at its place', (_, file, from, to, ...findings) => {
  expect(findingsOf(smallBook(edited(file, from, to)))).toEqual(findings);
});
