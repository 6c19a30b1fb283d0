import { didYouMeanHint } from '../model/did-you-mean.ts';
import { CHECK_CODES } from '../model/generated/check-codes.ts';
import type { Step } from '../model/generated/types.ts';
import { type At, under } from '../model/position.ts';
import type { Rule } from './rule.ts';

export const everyCodeOfACheckIsHandled: Rule = {
  id: 'every-code-of-a-check-is-handled',
  summary: 'A step that names a check has one outcome for each of its codes, and no other.',
  why: `
    A check answers with one of its documented codes. A code that no outcome handles leaves the person who reads it at
    3am without a next step; an outcome that is no code waits for an answer that never comes.
    Key the outcomes by the names of the codes, as docs/verifier.md lists them, and say for each what follows.
  `,
  good: [
    `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - id: close-valve
        text: Close the main valve.
        by: lead
        check: slot-age
        outcomes: {fresh: {produces: [valve-closed]}, stale: {goto: close-valve}, future: {goto: close-valve}, unknown: {goto: close-valve}}
`,
  ],
  bad: [
    `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - id: close-valve
        text: Close the main valve.
        by: lead
        check: slot-age
        outcomes: {fresh: {produces: [valve-closed]}, stale: {goto: close-valve}, future: {goto: close-valve}}
`,
    `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps:
      - id: close-valve
        text: Close the main valve.
        by: lead
        check: slot-age
        outcomes: {fresh: {produces: [valve-closed]}, stale: {goto: close-valve}, future: {goto: close-valve}, unknown: {goto: close-valve}, late: {goto: close-valve}}
`,
    `
kind: runbook
id: leak
phases:
  - id: act
    title: Act
    order: sequence
    steps: [{id: close-valve, text: Close the main valve., by: lead, check: slot-age, produces: [valve-closed]}]
`,
  ],
  check(book, report) {
    for (const { at, phases } of book.runbooks.values())
      for (const [p, { steps }] of phases.entries())
        for (const [s, step] of steps.entries()) {
          const place = under(at, 'phases', p, 'steps', s);
          for (const { where, what, hint } of problems(step, place)) report(where, what, hint);
        }
  },
};

type Problem = { readonly where: At; readonly what: string; readonly hint: string | undefined };

function problems({ id, check, outcomes = {} }: Step, at: At): Problem[] {
  if (check === undefined) return [];
  const codes = CHECK_CODES[check] ?? [];
  const names = Object.keys(outcomes);
  const unknown = names.filter((name) => !codes.includes(name));
  const unhandled = codes.filter((code) => !names.includes(code));
  return [
    ...unknown.map((name) => ({
      where: under(at, 'outcomes', name),
      what: `\`${name}\` is no code of the check \`${check}\``,
      hint: didYouMeanHint(name, unhandled) ?? `its codes are ${codes.join(', ')}`,
    })),
    ...unhandled.map((code) => ({
      where: under(at, 'check'),
      what: `\`${id}\` says nothing about the code \`${code}\` of the check \`${check}\``,
      hint: `give it an outcome \`${code}\``,
    })),
  ];
}
