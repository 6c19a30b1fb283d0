import type { At, Position } from '../../model/position.ts';
import { under } from '../../model/position.ts';
import { type CodeView, type ContractView, isInUse, isSecond, keyOf, labelOf } from '../contract-view.ts';
import type { ReportFinding } from '../report.ts';
import { sameWords } from '../same-words.ts';
import type { ContractCheck } from './check.ts';

/** The source, its doc comment and the sheet: one number, one name, one meaning. A place is found only when it is told. */
export const agreeing: ContractCheck = (view, report) => {
  for (const code of view.codes.filter(isInUse)) {
    numbers(view, code, report);
    names(view, code, report);
    meanings(view, code, report);
  }
};

function numbers(view: ContractView, code: CodeView, report: ReportFinding): void {
  const { book } = view;
  const declared = code.declared[0]?.number;
  if (declared === undefined || isSecond(view, code)) return;
  const elsewhere = [
    ...(code.row
      ? [{ number: Number(code.row.id), position: positionOf(book, code.row.at), where: 'the sheet' }]
      : []),
    ...code.doc.map(({ number, position }) => ({
      number,
      position: () => position,
      where: 'the doc comment',
    })),
    ...code.vectors.slice(0, 1).map(({ number, position }) => ({ number, position, where: 'a vector' })),
  ];
  for (const { number, position, where } of elsewhere.filter((place) => place.number !== declared))
    report({
      rule: 'code-keeps-its-number',
      position: position(),
      subject: `${keyOf(code)} ${where}`,
      message: `${labelOf(code)} has the number ${number} in ${where}, the source declares ${declared}`,
      mend: `write ${declared} here, or change the source and raise the first number of the version`,
    });
}

function names({ book }: ContractView, code: CodeView, report: ReportFinding): void {
  const declared = code.declared.find(({ name }) => name !== undefined)?.name;
  if (!code.row || declared === undefined || declared === code.row.name) return;
  report({
    rule: 'code-keeps-its-name',
    position: book.position(under(code.row.at, 'name')),
    subject: keyOf(code),
    message: `\`${code.number}\` is \`${code.row.name}\` in the sheet, the source calls it \`${declared}\``,
    mend: `write \`name: ${declared}\` here, or rename it in the source`,
  });
}

function meanings({ book }: ContractView, code: CodeView, report: ReportFinding): void {
  const [first, ...more] = meaningsOf(book, code);
  for (const other of more) {
    if (!first || sameWords(first.meaning, other.meaning)) continue;
    report({
      rule: 'code-keeps-its-meaning',
      position: other.position(),
      subject: `${keyOf(code)} ${other.where}`,
      message: `${labelOf(code)} means "${other.meaning}" in ${other.where}, and "${first.meaning}" in ${first.where}`,
      mend: `write "${first.meaning}" here, or, if the meaning did change, change both and raise the first number of the version`,
    });
  }
}

interface Meaning {
  readonly meaning: string;
  readonly where: string;
  position(): Position;
}

const positionOf = (book: ContractView['book'], at: At) => () => book.position(at);

/** The source first: it is what runs. */
function meaningsOf(book: ContractView['book'], { declared, doc, row }: CodeView): Meaning[] {
  return [
    ...declared.flatMap(({ meaning, position }) =>
      meaning === undefined ? [] : { meaning, position: () => position, where: 'the source' },
    ),
    ...doc.map(({ meaning, position }) => ({ meaning, position: () => position, where: 'the doc comment' })),
    ...(row
      ? [{ meaning: row.meaning, position: positionOf(book, under(row.at, 'meaning')), where: 'the sheet' }]
      : []),
  ];
}
