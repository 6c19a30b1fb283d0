import { under } from '../model/position.ts';
import { groupsBy } from './findings/groups-by.ts';
import { messagesUnder } from './messages/notices.ts';
import { topicsIn } from './messages/topics.ts';
import type { Rule } from './rule.ts';
import { few, quoted } from './words/sentence.ts';

export const messagePromisesWhatItMaySay: Rule = {
  id: 'message-promises-what-it-may-say',
  summary: 'No message has a content that a rule about messages forbids.',
  why: `
    The table says that the notice holds the time at which it will be over; the rules say that nobody may promise one.
    Whoever writes under pressure obeys the table, for it has the empty field.
    Take the field out, or write into the rule what may be said instead.
  `,
  good: [
    `
kind: communications
audiences: {tenants: {title: Tenants}}
messages:
  notice: {audience: tenants, by: lead, content: [Which rooms are wet], source: {section: "1"}}
rules:
  no-times: {text: Nobody promises a time., never: [A time of resolution], source: {section: "1"}}
`,
  ],
  bad: [
    `
kind: communications
audiences: {tenants: {title: Tenants}}
messages:
  notice: {audience: tenants, by: lead, content: [Which rooms are wet, "ETA"], source: {section: "1"}}
rules:
  no-times: {text: Nobody promises a time., never: [A time of resolution], source: {section: "1"}}
`,
  ],
  check(book, report) {
    for (const rule of book.communicationRules.values()) {
      const forbidden = (rule.never ?? []).flatMap(topicsIn);
      const promises = messagesUnder(book, rule).flatMap(({ id, at, content = [] }) =>
        content.flatMap((item, index) =>
          topicsIn(item)
            .filter((topic) => forbidden.includes(topic))
            .map((topic) => ({ topic, item, message: id, at: under(at, 'content', index) })),
        ),
      );
      for (const [topic, places] of groupsBy(promises, (promise) => promise.topic))
        report(
          places[0].at,
          `"${places[0].item}" is promised by ${few(places.map(({ message }) => message))}, and ${quoted(rule.id)} forbids to say ${topic}`,
          'take the field out, or write into the rule what may be said instead',
          rule.id,
        );
    }
  },
};
