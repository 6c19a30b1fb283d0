import type { Book } from '../model/book.ts';
import { type At, under } from '../model/position.ts';
import { groupsBy } from './findings/groups-by.ts';
import type { Rule } from './rule.ts';
import { few } from './words/sentence.ts';

export const participantIsSomebody: Rule = {
  id: 'participant-is-somebody',
  summary: 'Everybody who takes part in an exercise is somebody whom the book knows.',
  why: `
    An exercise shows who can do what. If its list says "engineers" or "full team", nobody knows who has to be in the
    room, nobody is missing when he is absent, and the person who will hold the role at night has never held it.
    Name the role, the group, the team or the person that is meant.
  `,
  good: [
    `
kind: exercises
exercises:
  flood:
    title: Flood
    quarter: 2026-Q3
    runbooks: [leak]
    participants: [{title: The lead, is: lead}]
    objective: Close the valve in time.
    source: {section: "1"}
format: {parts: [{id: drill, title: Drill, lasts: 30m}], source: {section: "1"}}
`,
  ],
  bad: [
    `
kind: exercises
exercises:
  flood:
    title: Flood
    quarter: 2026-Q3
    runbooks: [leak]
    participants: [{title: The lead, is: lead}, {title: Neighbours}]
    objective: Close the valve in time.
    source: {section: "1"}
format: {parts: [{id: drill, title: Drill, lasts: 30m}], source: {section: "1"}}
`,
  ],
  check(book, report) {
    for (const [title, places] of groupsBy(strangers(book), (stranger) => stranger.title))
      report(
        places[0].at,
        `no role, group or person of this book is called "${title}", who takes part in ${few(places.map(({ exercise }) => exercise))}`,
        'say with `is` who is meant, or declare the role',
        title,
      );
  },
};

const strangers = (book: Book): { title: string; exercise: string; at: At }[] =>
  [...book.exercises.values()].flatMap(({ id, participants, at }) =>
    participants.flatMap(({ title, is }, index) =>
      is === undefined ? { title, exercise: id, at: under(at, 'participants', index) } : [],
    ),
  );
