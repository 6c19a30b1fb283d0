import type { Paint } from '../paint.ts';

/** How several incidents are told apart on a page: a column with their names. One that is alone needs none. */
export interface IncidentTags {
  /** Width of the column with the space after it; 0: there is none. */
  readonly width: number;
  /** One cell of the column; what is the world's has an empty one. */
  cell(incident: string | undefined): string;
}

const LONGEST = 14;

export function incidentTags(incidents: readonly (string | undefined)[], paint: Paint): IncidentTags {
  const names = incidents.filter((name) => name !== undefined);
  if (names.length === 0) return { width: 0, cell: () => '' };
  const width = Math.min(LONGEST, Math.max(...names.map(({ length }) => length))) + 2;
  return { width, cell: (name = '') => paint.mark(name.slice(0, LONGEST).padEnd(width)) };
}
