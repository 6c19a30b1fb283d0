import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';

export const pageMovesOn: Rule = {
  id: 'page-moves-on',
  summary: 'Every level of an escalation path that has somewhere to go on to says when it does.',
  why: `
    A page without a timeout waits for ever for the person it reached first. The levels below it, and the loop back to the
    top, are then written but never happen.
    Give the level a \`timeout\`.
  `,
  good: [
    `
kind: escalation
paths:
  wake-lead:
    on: {page: lead, severity: [P1]}
    levels: [{page: lead, timeout: 5m}, {page: ben}]
    loop: never
    source: {section: "1"}
`,
  ],
  bad: [
    `
kind: escalation
paths:
  wake-lead:
    on: {page: lead, severity: [P1]}
    levels: [{page: lead}, {page: ben}]
    loop: never
    source: {section: "1"}
`,
    `
kind: escalation
paths:
  wake-lead:
    on: {page: lead, severity: [P1]}
    levels: [{page: lead}]
    loop: until-acknowledged
    source: {section: "1"}
`,
  ],
  check(book, report) {
    for (const { at, levels, loop } of book.paths.values()) {
      const goOn = loop === 'until-acknowledged' ? levels.length : levels.length - 1;
      for (const [index, { page, timeout }] of levels.slice(0, goOn).entries()) {
        if (timeout !== undefined) continue;
        const next = levels[index + 1] ? `to \`${levels[index + 1]?.page}\`` : 'back to the first level';
        const place = under(at, 'levels', index);
        report(place, `the page to \`${page}\` never moves on ${next}`, 'give the level a `timeout`');
      }
    }
  },
};
