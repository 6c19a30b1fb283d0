import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const backupIsSomebodyElse: Rule = {
  id: 'backup-is-somebody-else',
  summary: 'Nobody is the backup of himself.',
  why: `
    The sheet looks complete: there is a name in both columns. When that one person does not answer, the second call rings
    the same phone.
    Name somebody else, or leave the column empty so that the gap is seen.
  `,
  good: [
    `
kind: roles
contacts: {lead: {primary: ben, backup: anna, methods: [call], source: {section: "1"}}}
roles: {lead: {title: Lead, held_by: ben, source: {section: "1"}}}
`,
  ],
  bad: [
    `
kind: roles
people: {cara: {title: Plumber}}
roles: {plumber: {title: Plumber, held_by: cara, source: {section: "1"}}}
contacts: {plumber: {primary: cara, backup: cara, methods: [call], source: {section: "1"}}}
`,
  ],
  check(book, report) {
    for (const { id, at, primary, backup } of book.contacts.values())
      if (backup === primary)
        report(
          under(at, 'backup'),
          `${quoted(backup)} is the backup of ${quoted(primary)}, the same person, for ${quoted(id)}`,
          'name somebody else',
        );
  },
};
