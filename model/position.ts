/** A key or an index on the way from the root of a YAML file to one of its nodes. */
export type Path = readonly (string | number)[];

/** Where a node stands: a file of the book, relative to the root of its repository, and the path inside it. */
export interface At {
  readonly file: string;
  readonly path: Path;
}

/** Line and column, both from 1; columns count UTF-16 units. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The place of something inside a node: `under(step.at, 'within', 'by')`. */
export const under = (at: At, ...keys: Path): At => ({ file: at.file, path: [...at.path, ...keys] });
