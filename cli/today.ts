import type { IsoDate } from '../model/generated/types.ts';

/** The day, in UTC, on which books are judged. */
export const today = (): IsoDate => new Date().toISOString().slice(0, 10);
