import type { Entity } from '../model/book.ts';
import type { ErrorCode } from '../model/generated/types.ts';
import type { ContractSource, DeclaredCode, DocRow, ReturnSite } from './contract-source.ts';
import type { CodeView } from './contract-view.ts';
import type { ExpectedCode } from './read-vectors.ts';
import { sameWords } from './same-words.ts';

export interface Places {
  readonly source: ContractSource;
  readonly declaredInDoc: boolean;
  readonly rows: readonly Entity<ErrorCode>[];
  readonly expected: readonly ExpectedCode[];
  /** Numbers that came out when the vectors were run; undefined when they were not. */
  readonly observed: ReadonlySet<number> | undefined;
}

interface Draft {
  readonly number: number | undefined;
  name: string | undefined;
  readonly declared: DeclaredCode[];
  row: Entity<ErrorCode> | undefined;
  readonly doc: DocRow[];
  readonly returns: ReturnSite[];
  readonly vectors: ExpectedCode[];
}

/**
 * Finds what belongs together. A name binds closer than a number, and where there is no name the same meaning does, so that
 * a code with a new number is one finding, and not one that is missing here and another that is too much there.
 */
export function joinCodes(places: Places): CodeView[] {
  const drafts: Draft[] = [];
  for (const code of declaredOf(places)) draftOf(drafts, code.number, code.name).declared.push(code);
  joinRows(drafts, places.rows);
  if (!places.declaredInDoc) for (const row of places.source.doc?.rows ?? []) joinDocRow(drafts, row);
  for (const site of places.source.returns ?? []) joinReturn(drafts, site);
  for (const vector of places.expected) draftOf(drafts, vector.number, undefined).vectors.push(vector);
  return drafts.map((draft) => ({
    ...draft,
    names: new Set([...draft.declared, ...(draft.row ? [draft.row] : [])].flatMap(({ name }) => name ?? [])),
    observed: places.observed && numbersOf(draft).some((number) => places.observed?.has(number)),
    lifecycle: draft.row?.lifecycle ?? 'active',
  }));
}

const declaredOf = ({ source, declaredInDoc }: Places): readonly DeclaredCode[] =>
  declaredInDoc ? (source.doc?.rows ?? []).map((row) => ({ ...row, name: undefined })) : source.declared;

/** Its number in the source, and the one in the sheet where that is another. */
const numbersOf = ({ number, row }: Draft): number[] =>
  [number, row && Number(row.id)].filter((each) => each !== undefined);

function draftOf(drafts: Draft[], number: number | undefined, name: string | undefined): Draft {
  const known =
    number === undefined
      ? drafts.find((draft) => draft.name === name)
      : (drafts.find((draft) => draft.number === number && isNamed(draft, name)) ??
        drafts.find((draft) => numbersOf(draft).includes(number) && isNamed(draft, name)));
  if (known) return known;
  const draft: Draft = { number, name, declared: [], row: undefined, doc: [], returns: [], vectors: [] };
  drafts.push(draft);
  return draft;
}

/** Two names under one number are two codes: that is said, not hidden. */
const isNamed = (draft: Draft, name: string | undefined): boolean =>
  name === undefined || draft.name === undefined || draft.name === name;

/** By name first, then by number, then (for sources without names) by meaning. */
function joinRows(drafts: Draft[], rows: readonly Entity<ErrorCode>[]): void {
  const left = new Set(rows);
  const join = (fits: (draft: Draft, row: Entity<ErrorCode>) => boolean) => {
    for (const row of [...left]) {
      const draft = drafts.find((each) => !each.row && fits(each, row));
      if (!draft) continue;
      draft.row = row;
      draft.name ??= row.name;
      left.delete(row);
    }
  };
  join((draft, row) => draft.name !== undefined && draft.name === row.name);
  join((draft, row) => draft.number === Number(row.id));
  join(
    (draft, row) =>
      draft.name === undefined && draft.declared.some((code) => sameWords(code.meaning ?? '', row.meaning)),
  );
  for (const row of left) draftOf(drafts, Number(row.id), row.name).row = row;
}

/** A row of a comment with a number that nothing declares may be a declared code under another number. */
function joinDocRow(drafts: Draft[], row: DocRow): void {
  const sameMeaning = drafts.find(
    ({ number, declared }) =>
      number !== row.number && declared.some((code) => sameWords(code.meaning ?? '', row.meaning)),
  );
  const byNumber = drafts.find((draft) => numbersOf(draft).includes(row.number));
  const draft = byNumber ?? sameMeaning ?? draftOf(drafts, row.number, undefined);
  draft.doc.push(row);
}

function joinReturn(drafts: Draft[], site: ReturnSite): void {
  const { value } = site;
  if (value.kind === 'number') draftOf(drafts, value.number, undefined).returns.push(site);
  if (value.kind !== 'name') return;
  const known = drafts.find(({ name, row }) => name === value.name || row?.name === value.name);
  (known ?? draftOf(drafts, undefined, value.name)).returns.push(site);
}
