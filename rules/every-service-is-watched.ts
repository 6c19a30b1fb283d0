import type { Rule } from './rule.ts';
import { counted, quoted } from './words/sentence.ts';

export const everyServiceIsWatched: Rule = {
  id: 'every-service-is-watched',
  summary: 'A monitor watches every service that somebody is on call for.',
  why: `
    A rotation and a paging policy for a service that nothing watches wake nobody. Its failures are found by its users.
    Let a monitor name the service, or take it off the list.
  `,
  good: [
    `
kind: services
rotations: {weekly: {title: Weekly, hours: always, source: {section: "1"}}}
services: {water: {title: Water, rotation: weekly, source: {section: "1"}}}
---
kind: monitors
monitors: {water-meter: {service: water}}
`,
  ],
  bad: [
    `
kind: services
rotations: {weekly: {title: Weekly, hours: always, source: {section: "1"}}}
services: {water: {title: Water, rotation: weekly, source: {section: "1"}}}
`,
  ],
  check(book, report) {
    const watched = new Set([...book.monitors.values()].map(({ service }) => service));
    const blind = [...book.services.values()].filter(({ id }) => !watched.has(id));
    const [first] = blind;
    if (first)
      report(
        blind.length === 1 ? first.at : { file: first.at.file, path: ['services'] },
        `no monitor watches ${blind.length} of ${counted(book.services.size, 'service')}: ${quoted(blind.map(({ id }) => id))}`,
        'say what would show that the service fails',
        blind.map(({ id }) => id).join(' '),
      );
  },
};
