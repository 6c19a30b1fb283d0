/** One edit of the world, and every rule that must speak of it: `contract rule`. */
export interface Mutation {
  readonly what: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly rules: readonly string[];
}

export const LADDER = [
  'code-is-declared',
  'code-is-documented',
  'code-has-a-vector',
  'code-is-returned',
  'code-is-handled',
];
export const of = (contract: string, ...rules: string[]) => rules.map((rule) => `${contract} ${rule}`);
/** In the sheet, in the doc comment and in a vector. */
export const KEEPS_NUMBER = ['code-keeps-its-number', 'code-keeps-its-number', 'code-keeps-its-number'];
export const SHEET_READERS = ['in-typescript', 'in-rust', 'in-a-header'];
export const ofAll = (...rules: string[]) => SHEET_READERS.flatMap((contract) => of(contract, ...rules));

/** A header returns nothing by itself. */
export const isAsked = (rule: string) => rule !== 'in-a-header code-is-returned';
