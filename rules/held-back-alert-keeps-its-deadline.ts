import { writeSeconds } from '../model/duration.ts';
import type { BusinessCalendar } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import { boundSeconds } from './clock/lengths.ts';
import { longestClosed } from './clock/longest-closed.ts';
import type { Rule } from './rule.ts';
import { citedAfter } from './words/sentence.ts';

export const heldBackAlertKeepsItsDeadline: Rule = {
  id: 'held-back-alert-keeps-its-deadline',
  summary: 'An alert that waits for business hours has a response time that outlasts a weekend.',
  why: `
    A policy that holds alerts back until the next business day is kind to people. A response time in plain hours goes on
    counting while the alert waits, and breaks before anybody has been told.
    Count the response in business days, or from the delivery of the alert.
  `,
  good: [
    `
kind: severities
levels: {P2: {response: {by: 8d, from: level.P2}}}
---
kind: routing
policies: {calm: {when: next-business-day}}
`,
  ],
  bad: [
    `
kind: severities
levels: {P2: {response: {by: 24h, from: level.P2}}}
---
kind: routing
policies: {calm: {when: next-business-day}}
`,
  ],
  check(book, report) {
    const calendar: BusinessCalendar = book.manifest.calendar;
    const closed = longestClosed(calendar);
    for (const policy of book.policies.values()) {
      const level = book.severities.get(policy.severity);
      if (policy.when !== 'next-business-day' || !level?.response) continue;
      const due = boundSeconds(level.response.by, calendar);
      if (due > closed || /business day/.test(level.response.by)) continue;
      report(
        under(policy.at, 'when'),
        `\`${policy.id}\` holds ${level.id} back for up to ${writeSeconds(closed)}${citedAfter(policy.source)}, and its response is due after ${level.response.by}${citedAfter(level.source)}`,
        'count the response from the delivery of the alert, or in business days',
      );
    }
  },
};
