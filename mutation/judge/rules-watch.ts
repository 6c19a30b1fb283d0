import type { Book } from '../../model/book.ts';
import { fingerprint } from '../../model/fingerprint.ts';
import type { IsoDate } from '../../model/generated/types.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Killed } from '../fate.ts';
import { type Reading, readingOf, touches } from '../reads/reading.ts';

/** What a rule says, without its place in the text: positions cost a second look at the file. */
interface Said {
  readonly fingerprint: string;
  readonly file: string;
  readonly message: string;
}

interface Watched {
  readonly rule: Rule;
  readonly before: Reading<readonly Said[]>;
}

/** The first finding that the book does not have and nobody has waived, or a waiver that waives nothing any more. */
export type RulesWatch = (mutant: Book, changed: ReadonlySet<string>) => Killed | undefined;

export function rulesWatch(book: Book, rules: readonly Rule[], today: IsoDate): RulesWatch {
  const watched = rules.map(
    (rule): Watched => ({ rule, before: readingOf(book, (each) => say(rule, each, today)) }),
  );
  return (mutant, changed) => {
    for (const { rule, before } of watched) {
      if (!touches(before.reads, changed)) continue;
      const message = difference(before.result, say(rule, mutant, today), waived(book, rule.id, today));
      if (message !== undefined) return { kind: 'killed', by: { kind: 'check', rule: rule.id }, message };
    }
    return undefined;
  };
}

function say({ id, check }: Rule, book: Book, today: IsoDate): Said[] {
  const said: Said[] = [];
  check(
    book,
    (at, message, _hint, subject = '') => {
      said.push({
        fingerprint: fingerprint(id, at.file, book.namedPath(at), subject),
        file: at.file,
        message,
      });
    },
    { today },
  );
  return said;
}

const waived = ({ waivers }: Book, id: string, today: IsoDate): ReadonlySet<string> =>
  new Set(
    waivers.flatMap(({ rule, fingerprint, expires }) =>
      rule === id && expires >= today ? [fingerprint] : [],
    ),
  );

/** A finding that has only moved in its list, and so has another fingerprint, is no new one. */
function difference(
  before: readonly Said[],
  after: readonly Said[],
  waivers: ReadonlySet<string>,
): string | undefined {
  const appeared = after.find(
    (each) => !before.some((other) => isSame(each, other)) && !waivers.has(each.fingerprint),
  );
  if (appeared) return appeared.message;
  const gone = before.find(
    (each) => waivers.has(each.fingerprint) && !after.some((other) => isSame(each, other)),
  );
  return gone && `waived, and not found any more: ${gone.message}`;
}

const isSame = (a: Said, b: Said): boolean =>
  a.fingerprint === b.fingerprint || (a.file === b.file && a.message === b.message);
