import { expect, test } from 'vitest';
import { edited, findingsOf, smallBook } from './small-book.ts';

const RUNBOOK = 'runbooks/small/shop-down.yaml';
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
    'a key that stands twice',
    RUNBOOK,
    'by: engineer',
    'by: engineer\n        by: commander',
    'runbooks/small/shop-down.yaml:20:9 key-stands-once: `by` stands here twice, first on line 19',
  ],
  [
    'a tab in the indentation',
    RUNBOOK,
    '        by: engineer',
    '\tby: engineer',
    'runbooks/small/shop-down.yaml:19:1 yaml-is-readable: a tab stands in the indentation (indent with spaces)',
  ],
  [
    'a tag',
    RUNBOOK,
    'runs: incident',
    'runs: !important incident',
    'runbooks/small/shop-down.yaml:5:7 yaml-is-readable: tags such as !this have no meaning here (put text that begins with ! in quotes)',
  ],
  [
    'a binary tag',
    RUNBOOK,
    'runs: incident',
    'runs: !!binary aW5jaWRlbnQ=',
    'runbooks/small/shop-down.yaml:5:7 yaml-is-readable: tags such as !this have no meaning here (put text that begins with ! in quotes)',
  ],
  [
    'an alias without an anchor',
    RUNBOOK,
    'runs: incident',
    'runs: *when',
    'runbooks/small/shop-down.yaml:5:7 yaml-is-readable: the alias `*when` has no anchor before it',
  ],
  [
    'an alias inside its own anchor',
    RUNBOOK,
    'requires: [logs-saved]',
    'requires: &a [*a]',
    'runbooks/small/shop-down.yaml:27:23 yaml-is-readable: the alias `*a` stands inside its own anchor',
  ],
  [
    'a directive',
    RUNBOOK,
    'kind: runbook',
    '%YAML 1.1\n---\nkind: runbook',
    'runbooks/small/shop-down.yaml:2:1 yaml-is-readable: directives such as %YAML have no meaning here (leave it out)',
  ],
  [
    'a second document',
    RUNBOOK,
    'close: {by: commander}\n',
    '---\nkind: runbook\n',
    'runbooks/small/shop-down.yaml:74:1 yaml-is-readable: a second document begins here (put it in a file of its own)',
  ],
  [
    'a list as a key',
    RUNBOOK,
    'runs: incident',
    '[runs]: incident',
    'runbooks/small/shop-down.yaml:5:1 yaml-is-readable: a key must be plain text',
  ],
  [
    'a key that every object has',
    MANIFEST,
    'capabilities:',
    '__proto__: {}\ncapabilities:',
    'policies/small/book.yaml:19:1 yaml-is-readable: `__proto__` cannot be used as a key',
  ],
  [
    'another such key',
    MANIFEST,
    '  orders-lost:',
    '  constructor:',
    'policies/small/book.yaml:16:3 yaml-is-readable: `constructor` cannot be used as a key',
  ],
  [
    'a brace that is not closed',
    COMMUNICATIONS,
    '{title: Team chat}',
    '{title: Team chat',
    'policies/small/communications.yaml:6:1 yaml-is-readable: a `{` is opened above this place and not closed',
  ],
  [
    'a quote that is not closed',
    COMMUNICATIONS,
    '{title: Team chat}',
    '{title: "Team chat}',
    'policies/small/communications.yaml:5:28 yaml-is-readable: a quote is opened and never closed',
  ],
  [
    'a second colon',
    COMMUNICATIONS,
    '{title: Team chat}',
    'title: Team: chat',
    'policies/small/communications.yaml:5:9 yaml-is-readable: a second `: ` on one line cannot be read (put the text in quotes, or begin a new line)',
  ],
  [
    'a line that is indented too far',
    COMMUNICATIONS,
    '  chat: {title: Team chat}',
    '   chat: {title: Team chat}',
    'policies/small/communications.yaml:5:1 yaml-is-readable: this line is not indented like its neighbours (keys of one mapping begin in one column)',
  ],
  [
    'a line without a colon',
    COMMUNICATIONS,
    '  chat: {title: Team chat}',
    '  chat\n',
    'policies/small/communications.yaml:5:3 yaml-is-readable: this line has no colon (write `key: value`)',
  ],
  [
    'a character that text cannot begin with',
    COMMUNICATIONS,
    'title: Team chat',
    'title: @chat',
    'policies/small/communications.yaml:5:17 yaml-is-readable: plain text cannot begin with this character (put the text in quotes)',
  ],
  [
    'an escape that does not exist',
    COMMUNICATIONS,
    'title: Team chat',
    'title: "C:\\path"',
    'policies/small/communications.yaml:5:20 yaml-is-readable: this escape does not exist in double quotes (write \\\\ for a backslash, or use single quotes)',
  ],
  [
    'a control character',
    COMMUNICATIONS,
    'title: Team chat',
    'title: Team\u0007chat',
    'policies/small/communications.yaml:5:21 file-is-readable: U+0007 is a control character',
  ],
  [
    'text that reads backwards',
    COMMUNICATIONS,
    'title: Team chat',
    'title: Team \u202etahc',
    'policies/small/communications.yaml:5:22 file-is-readable: U+202E makes the text read differently from what it says',
  ],
];

test.each(SLIPS)('%s gives one sentence at its place', (_, file, from, to, ...findings) => {
  expect(findingsOf(smallBook(edited(file, from, to)))).toEqual(findings);
});
