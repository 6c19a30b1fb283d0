import type { Clue, NamedPrecision } from '../explore/clue.ts';
import type { ToldProof } from './told-proof.ts';

/** How the promises of one runbook's incident were decided, by their names. */
export type Clues = ReadonlyMap<string, Clue>;

/** The incident of one runbook, alone. */
export interface Incident {
  readonly book: string;
  readonly runbook: string;
}

/** Where the clues of a book stand, relative to the root of the repository. */
export const cluesFolder = (book: string): string => `policies/${book}/clues`;

/** Where those of a runbook do. */
export const cluesPath = ({ book, runbook }: Incident): string => `${cluesFolder(book)}/${runbook}.json`;

/** Clues by the path of their file. */
export type CluesByPath = ReadonlyMap<string, Clues>;

/** How a promise of an incident was decided; nothing where nothing is recorded. */
export const clueIn =
  (clues: CluesByPath, incident: Incident) =>
  (promise: string): Clue =>
    clues.get(cluesPath(incident))?.get(promise) ?? {};

/**
 * The clues of one runbook's proofs, a line a promise, and those of promises that were not asked; undefined: there are none.
 * `whole`: every promise was asked.
 */
export function cluesText(proofs: readonly ToldProof[], before: Clues, whole: boolean): string | undefined {
  const clues = new Map(whole ? [] : before);
  for (const { promise, clue } of proofs) {
    const known = before.get(promise);
    // What is not decided now may have been, with a larger budget.
    const now = known && isDecided(known) && !isDecided(clue) ? known : clue;
    if (Object.keys(now).length > 0) clues.set(promise, now);
    else clues.delete(promise);
  }
  const lines = [...clues]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([promise, clue]) => `${JSON.stringify(promise)}: ${JSON.stringify(clue)}`);
  return lines.length === 0 ? undefined : `{\n${lines.join(',\n')}\n}\n`;
}

const isDecided = ({ spent }: Clue): boolean => spent === undefined;

/** The clues in a text; undefined: it is none of ours. */
export function readClues(text: string): Clues | undefined {
  const told = parsed(text);
  if (!isTable(told)) return undefined;
  const clues = Object.entries(told);
  return clues.every(([, clue]) => isClue(clue)) ? new Map(clues as [string, Clue][]) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const SHAPES: Readonly<Record<keyof Clue, (value: unknown) => boolean>> = {
  broken: isPrecision,
  called: isPrecision,
  calledInOutages: isPrecision,
  brokenInOutages: isPrecision,
  breaksIn: isSeed,
  calmedBy: (value) => Array.isArray(value) && value.every(isCount),
  breaksInDrill: (value) => value === true,
  spent: isCount,
  calledIn: isSeed,
};

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isClue = (value: unknown): boolean =>
  isTable(value) &&
  Object.entries(value).every(([key, part]) => Object.hasOwn(SHAPES, key) && SHAPES[key as keyof Clue](part));

function isPrecision(value: unknown): value is NamedPrecision {
  if (!isTable(value)) return false;
  const { groups = [], ...model } = value;
  return isModel(model) && Array.isArray(groups) && groups.every(isGroup);
}

function isGroup(value: unknown): boolean {
  if (!isTable(value)) return false;
  const { who, ...model } = value;
  return areNames(who) && isModel(model);
}

const isModel = ({ looksAt, asked, ...others }: Record<string, unknown>): boolean =>
  areNames(looksAt) &&
  (asked === undefined || asked === 'whole' || (isCount(asked) && asked !== 0)) &&
  Object.keys(others).length === 0;

const areNames = (value: unknown): boolean =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** As many random runs as are ever played. */
const MOST_RUNS = 1_000_000;

function isSeed(value: unknown): boolean {
  return isCount(value) && (value as number) < MOST_RUNS;
}
