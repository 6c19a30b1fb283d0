import { under } from '../model/position.ts';
import type { Rule } from './rule.ts';
import { quoted } from './words/sentence.ts';

export const holderIsWhomTheContactSheetNames: Rule = {
  id: 'holder-is-whom-the-contact-sheet-names',
  summary: 'The contact sheet reaches the person who holds the role.',
  why: `
    One table says who decides, another says whom to call. If they name different people, the person who is called says
    that it is not his, and the one whose it is sleeps.
    Decide who holds the role, and let both places say so.
  `,
  good: [
    `
kind: roles
contacts: {lead: {primary: anna, backup: ben, methods: [call], source: {section: "1"}}}
`,
  ],
  bad: [
    `
kind: roles
contacts: {lead: {primary: ben, backup: anna, methods: [call], source: {section: "1"}}}
`,
  ],
  check(book, report) {
    for (const { id, at, primary } of book.contacts.values()) {
      const holder = book.roles.get(id)?.held_by;
      if (holder !== primary)
        report(
          under(at, 'primary'),
          `the contact sheet calls ${quoted(primary)} for ${quoted(id)}, a role that ${quoted(holder as string)} holds`,
          'decide who holds the role',
        );
    }
  },
};
