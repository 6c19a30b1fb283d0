import { expect, test } from 'vitest';
import { edited, findingsOf, smallBook } from './small-book.ts';

const RUNBOOK = 'runbooks/small/shop-down.yaml';
const MONITORS = 'policies/small/monitors.yaml';
const SCENARIO = 'scenarios/small/saturday-sale.yaml';
const COMMAND = 'policies/small/command.yaml';
const AUTHORITIES = 'policies/small/authorities.yaml';
const MANIFEST = 'policies/small/book.yaml';

/** What is done to a file of the small book, and every finding that follows. */
const SLIPS: readonly (readonly [
  slip: string,
  file: string,
  from: string,
  to: string,
  ...findings: string[],
])[] = [
  [
    'a misspelt role',
    RUNBOOK,
    'by: engineer',
    'by: enginer',
    'runbooks/small/shop-down.yaml:19:13 reference-resolves: there is no role `enginer` in this book (did you mean `engineer`?)',
  ],
  [
    'a person where a role belongs',
    RUNBOOK,
    'by: engineer',
    'by: web-engineer',
    'runbooks/small/shop-down.yaml:19:13 reference-resolves: there is no role `web-engineer` in this book (`web-engineer` is a person, here stands a role)',
  ],
  [
    'a step of nowhere',
    RUNBOOK,
    'read_by: find-cause',
    'read_by: find-causes',
    'runbooks/small/shop-down.yaml:62:12 reference-resolves: there is no step `find-causes` in this runbook (did you mean `find-cause`?)',
  ],
  [
    'a fact that nobody makes true',
    RUNBOOK,
    'requires: [logs-saved]',
    'requires: [log-saved]',
    'runbooks/small/shop-down.yaml:27:20 reference-resolves: there is no fact `log-saved` in this book (did you mean `logs-saved`?)',
  ],
  [
    'a code that is not in the table',
    MONITORS,
    'code: 503',
    'code: 504',
    'policies/small/monitors.yaml:13:15 reference-resolves: there is no code `504` in this book (did you mean `503`?)',
  ],
  [
    'a level where a signal could be ok',
    SCENARIO,
    'level: ok',
    'level: okay',
    'scenarios/small/saturday-sale.yaml:10:67 reference-resolves: there is no severity `okay` in this book (did you mean `ok`?)',
  ],
  [
    'a key that must be a severity',
    COMMAND,
    '{P1: 30m}',
    '{P3: 30m}',
    'policies/small/command.yaml:16:11 reference-resolves: there is no severity `P3` in this book (did you mean `P1`?)',
  ],
  [
    'a key that must be a person',
    SCENARIO,
    'shop-owner: {ack',
    'owner: {ack',
    'scenarios/small/saturday-sale.yaml:12:3 reference-resolves: there is no person `owner` in this book',
  ],
  [
    'somebody who is neither a role nor the word commander',
    COMMAND,
    'by: commander\n  every',
    'by: comander\n  every',
    'policies/small/command.yaml:15:7 reference-resolves: there is no role `comander` in this book (did you mean `commander`?)',
  ],
  [
    'a misspelt event',
    RUNBOOK,
    'from: opened}',
    'from: open}',
    'runbooks/small/shop-down.yaml:29:33 event-is-known: there is no event `open` in this book (did you mean `opened`?)',
  ],
  [
    'an event by the name of its step',
    RUNBOOK,
    'from: opened}',
    'from: save-logs}',
    'runbooks/small/shop-down.yaml:29:33 event-is-known: there is no event `save-logs` in this book (did you mean `step.save-logs`?)',
  ],
  [
    'an outcome that a step does not have',
    SCENARIO,
    'after: step.restart.up',
    'after: step.rent.up',
    'scenarios/small/saturday-sale.yaml:10:13 event-is-known: there is no event `step.rent.up` in this book (did you mean `step.rent`?)',
  ],
  [
    'two steps of one name',
    RUNBOOK,
    'id: tell-customers',
    'id: restart',
    'runbooks/small/shop-down.yaml:54:13 id-is-unique: the step `restart` is given twice, first on line 36',
  ],
  [
    'a span that runs backwards',
    RUNBOOK,
    'takes: 1m..5m',
    'takes: 5m..1m',
    'runbooks/small/shop-down.yaml:20:16 span-runs-forward: `5m..1m` runs backwards: 5m is more than 1m (write `1m..5m`)',
  ],
  [
    'a runbook that jumps to itself',
    RUNBOOK,
    'takes: 1m..5m',
    'jump: shop-down',
    'runbooks/small/shop-down.yaml:20:15 jumps-end: jumps run in a circle: `shop-down` -> `shop-down`',
  ],
  [
    'a runbook that inherits from itself',
    RUNBOOK,
    'runs: incident',
    'runs: incident\ninherits: shop-down',
    'runbooks/small/shop-down.yaml:6:11 inheritance-ends: runbooks inherit in a circle: `shop-down` -> `shop-down`',
  ],
  [
    'an override that waits for itself',
    AUTHORITIES,
    'action: rent-servers',
    'action: rent-servers\n    timelock: {length: 48h, override: spend-money}',
    'policies/small/authorities.yaml:7:39 override-ends: timelocks are overridden in a circle: `spend-money` -> `spend-money`',
  ],
  [
    'a document in the folder of another kind',
    RUNBOOK,
    'kind: runbook',
    'kind: scenario',
    'runbooks/small/shop-down.yaml:2:7 document-stands-in-its-folder: a document of kind `scenario` does not stand in `runbooks/` (move it to `scenarios/small/`)',
  ],
  [
    'a manifest of another book',
    MANIFEST,
    'id: small',
    'id: large',
    'policies/small/book.yaml:3:5 document-stands-in-its-folder: the book `large` stands in the folder of the book `small`',
  ],
];

test.each(SLIPS)('%s gives one sentence at its place', (_, file, from, to, ...findings) => {
  expect(findingsOf(smallBook(edited(file, from, to)))).toEqual(findings);
});
