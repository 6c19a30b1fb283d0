import type { Book } from '../model/book.ts';
import type { Source } from '../model/generated/types.ts';
import { type At, under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { citedAfter, listed, quoted } from './words/sentence.ts';

export const channelIsOpenAtTheSeverityOfItsUse: Rule = {
  id: 'channel-is-open-at-the-severity-of-its-use',
  summary: 'No page and no message goes through a channel that is kept for other severities.',
  why: `
    A line that is kept for the worst case is kept free by people who know the rule. If another table sends the second page of
    a milder case through it, one half of the team rings and the other half does not pick up.
    Take the channel out of that page, or open it to the severity.
  `,
  good: [
    `
kind: communications
channels: {bell: {title: Fire bell, severity: [P1]}}
---
kind: routing
policies: {urgent: {channels: [bell, call]}}
`,
  ],
  bad: [
    `
kind: communications
channels: {bell: {title: Fire bell, severity: [P1]}}
---
kind: routing
policies: {calm: {channels: [bell, call]}}
`,
  ],
  check(book, report) {
    for (const { what, channels, levels, source, at } of usesOf(book))
      for (const id of new Set(channels)) {
        const channel = book.channels.get(id);
        const closed = levels.filter((level) => channel?.severity && !channel.severity.includes(level));
        if (channel?.severity && closed.length > 0)
          report(
            at,
            `${what}${citedAfter(source)} uses ${quoted(id)} at ${listed(closed)}, and ${quoted(id)} is for ${listed(channel.severity)} only${citedAfter(channel.source)}`,
            'take the channel out here, or open it to the severity',
            id,
          );
      }
  },
};

interface Use {
  readonly what: string;
  readonly channels: readonly string[];
  readonly levels: readonly string[];
  readonly source: Source | undefined;
  readonly at: At;
}

const usesOf = ({ paths, policies, messages }: Book): Use[] => [
  ...[...paths.values()].flatMap(({ id, on, levels, at }) =>
    levels.map(({ methods = [], source }, index) => ({
      what: quoted(id),
      channels: methods,
      levels: on.severity,
      source,
      at: under(at, 'levels', index, 'methods'),
    })),
  ),
  ...[...policies.values()].map(({ id, severity, channels, source, at }) => ({
    what: quoted(id),
    channels,
    levels: [severity],
    source,
    at: under(at, 'channels'),
  })),
  ...[...messages.values()].map(({ id, on = [], channels = [], source, at }) => ({
    what: quoted(id),
    channels,
    levels: on,
    source,
    at: under(at, 'channels'),
  })),
];
