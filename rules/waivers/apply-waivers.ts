import type { Book, Statement } from '../../model/book.ts';
import { didYouMeanHint } from '../../model/did-you-mean.ts';
import type { Finding } from '../../model/finding.ts';
import type { IsoDate, Waiver } from '../../model/generated/types.ts';
import { makeFinding } from '../../model/make-finding.ts';
import { under } from '../../model/position.ts';
import { byPlace } from '../../model/sort-findings.ts';
import { ALL_RULES } from '../all.ts';
import type { WaiverRuleId } from './waiver-rules.ts';

/** What is left of the findings of a book once its waivers are read. */
export interface Settled {
  /** Findings that nobody has waived, those whose waiver has expired, and what is wrong with the waivers themselves. */
  readonly open: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
}

export interface WaivedFinding {
  readonly finding: Finding;
  readonly waiver: Statement<Waiver>;
}

/**
 * Findings come from the rules; what the loader finds cannot be waived, for then there is no book. Waivers of `elsewhere`, rules
 * that other commands ask, are not judged here: nobody has looked whether their findings are still there.
 */
export function applyWaivers(
  findings: readonly Finding[],
  book: Book,
  today: IsoDate,
  elsewhere: readonly string[] = [],
): Settled {
  const firsts = new Map(book.waivers.toReversed().map((waiver) => [waiver.fingerprint, waiver]));
  const waived = findings.flatMap((finding) => {
    const waiver = firsts.get(finding.fingerprint);
    return waiver && waiver.rule === finding.rule && waiver.expires >= today ? { finding, waiver } : [];
  });
  const hidden = new Set(waived.map(({ finding }) => finding));
  const unwaived = findings.filter((finding) => !hidden.has(finding));
  const faults = book.waivers.flatMap((waiver) => {
    const slip =
      waiver !== firsts.get(waiver.fingerprint)
        ? TWICE
        : elsewhere.includes(waiver.rule)
          ? undefined
          : slipOf(waiver, findings, unwaived, today, elsewhere);
    return slip ? asFinding(book, waiver, slip) : [];
  });
  return { open: [...unwaived, ...faults].sort(byPlace), waived };
}

interface Slip {
  readonly rule: WaiverRuleId;
  readonly property: keyof Waiver;
  readonly message: string;
  readonly hint: string;
}

const TWICE: Slip = {
  rule: 'waiver-stands-once',
  property: 'fingerprint',
  message: 'this finding is waived further up already',
  hint: 'keep one of the two',
};

function slipOf(
  { rule, fingerprint, expires, owner }: Waiver,
  findings: readonly Finding[],
  unwaived: readonly Finding[],
  today: IsoDate,
  elsewhere: readonly string[],
): Slip | undefined {
  const known = [...ALL_RULES.map(({ id }) => id), ...elsewhere];
  if (!known.includes(rule))
    return {
      rule: 'waiver-names-a-rule',
      property: 'rule',
      message: `there is no rule \`${rule}\``,
      hint: didYouMeanHint(rule, known) ?? 'correct the name of the rule',
    };
  const finding = findings.find((each) => each.fingerprint === fingerprint && each.rule === rule);
  if (!finding) return withoutFinding(rule, unwaived);
  if (expires >= today) return undefined;
  return {
    rule: 'waiver-has-not-expired',
    property: 'expires',
    message: `this waiver of \`${owner}\` ended on ${expires}, and the finding is still there: ${finding.message}`,
    hint: 'mend it, or give a new day and a reason that still holds',
  };
}

/** Either the finding is gone, or it has become another one that nobody has looked at. */
function withoutFinding(rule: string, unwaived: readonly Finding[]): Slip {
  const [similar] = unwaived.filter((each) => each.rule === rule);
  if (!similar)
    return {
      rule: 'waiver-is-still-needed',
      property: 'fingerprint',
      message: `\`${rule}\` finds nothing here any more`,
      hint: 'strike the waiver',
    };
  return {
    rule: 'waiver-matches-its-finding',
    property: 'fingerprint',
    message: `no finding of \`${rule}\` has this fingerprint, and one that nobody waives has ${similar.fingerprint}: ${similar.message}`,
    hint: 'read that finding; then waive it anew, or strike this waiver',
  };
}

const asFinding = (book: Book, waiver: Statement<Waiver>, { property, ...slip }: Slip): Finding =>
  makeFinding({
    ...slip,
    position: book.position(under(waiver.at, property)),
    path: ['waivers'],
    subject: waiver.fingerprint,
  });
