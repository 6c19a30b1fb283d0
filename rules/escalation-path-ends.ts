import type { Rule } from './rule.ts';

export const escalationPathEnds: Rule = {
  id: 'escalation-path-ends',
  summary: 'Every escalation path says what happens after its last level.',
  why: `
    The night on which nobody answers is the night the path was written for. If the path does not say whether it starts
    again or stops, the paging tool decides, and nobody knows which it chose.
    Write \`loop: until-acknowledged\` or \`loop: never\`; with \`never\` a \`takeover\` says who acts then.
  `,
  good: [
    `
kind: escalation
paths:
  wake-lead:
    on: {page: lead, severity: [P1]}
    levels: [{page: lead, timeout: 5m}]
    loop: until-acknowledged
    source: {section: "1"}
`,
  ],
  bad: [
    `
kind: escalation
paths:
  wake-lead:
    on: {page: lead, severity: [P1]}
    levels: [{page: lead, timeout: 5m}]
    source: {section: "1"}
`,
  ],
  check(book, report) {
    for (const path of book.paths.values())
      if (path.loop === undefined)
        report(
          path.at,
          `the path \`${path.id}\` does not say what happens after its last level`,
          'write `loop: until-acknowledged` or `loop: never`',
        );
  },
};
