import type { Book, Entity } from '../model/book.ts';
import type { Service } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { citedAfter, listed } from './words/sentence.ts';

export const servicePagesAtTheSeverityOfItsAlerts: Rule = {
  id: 'service-pages-at-the-severity-of-its-alerts',
  summary: 'The paging policy of a service fits every severity that its monitors raise.',
  why: `
    When a service has one paging policy and its monitors raise several severities, an alert has two answers to the
    question whom it pages. If the service wins, a critical alert goes out quietly or a warning wakes everybody.
    Let the severity choose the policy and drop it from the service, or give each severity a service of its own.
  `,
  good: [
    `
kind: services
rotations: {weekly: {title: Weekly, hours: always, source: {section: "1"}}}
services: {water: {title: Water, policy: urgent, rotation: weekly, source: {section: "1"}}}
---
kind: monitors
monitors: {water-meter: {service: water}}
`,
  ],
  bad: [
    `
kind: services
rotations: {weekly: {title: Weekly, hours: always, source: {section: "1"}}}
services: {water: {title: Water, policy: calm, rotation: weekly, source: {section: "1"}}}
---
kind: monitors
monitors: {water-meter: {service: water}}
`,
  ],
  check(book, report) {
    const order = [...book.severities.keys()];
    for (const service of book.services.values()) {
      const policy = service.policy === undefined ? undefined : book.policies.get(service.policy);
      if (!policy) continue;
      const alerts = alertsOf(book, service);
      const rank = (level: string) => order.indexOf(level);
      const quiet = alerts.filter(({ level }) => rank(level) < rank(policy.severity));
      const loud = alerts.filter(({ level }) => rank(level) > rank(policy.severity));
      const said = [
        ...(quiet.length > 0 ? [`${named(quiet)} would page as quietly as ${policy.severity}`] : []),
        ...(loud.length > 0 ? [`${named(loud)} would page as loudly as ${policy.severity}`] : []),
      ];
      if (said.length > 0)
        report(
          under(service.at, 'policy'),
          `\`${service.id}\` pages by \`${policy.id}\`, the policy of ${policy.severity}${citedAfter(service.source)}, but ${listed(said)}`,
          'decide whether the service or the severity chooses whom an alert pages',
        );
    }
  },
};

interface Alert {
  readonly level: string;
  readonly condition: string;
}

const alertsOf = (book: Book, { id }: Entity<Service>): Alert[] =>
  [...book.monitors.values()]
    .filter(({ service }) => service === id)
    .flatMap(({ thresholds }) =>
      Object.entries(thresholds).map(([level, { condition }]) => ({ level, condition })),
    );

const named = (alerts: readonly Alert[]) =>
  listed(alerts.map(({ level, condition }) => `${level} \`${condition}\``));
