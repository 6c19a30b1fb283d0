import type { Path } from '../../model/position.ts';

/** A text or number that stands where another stood, or a list of them. */
export type Scalar = string | number | boolean;

/** One edit of a YAML document; what it leaves alone keeps its bytes. */
export type Change =
  /** An entry of a mapping or a list goes; with the last one its list or mapping goes too. */
  | { readonly op: 'drop'; readonly path: Path }
  | { readonly op: 'set'; readonly path: Path; readonly to: Scalar | readonly Scalar[] }
  /** The key of an entry of a mapping. */
  | { readonly op: 'rename'; readonly path: Path; readonly to: string }
  /** An item of a list stands once more below itself, with another id where it has one. */
  | { readonly op: 'repeat'; readonly path: Path; readonly id?: string }
  /** An item of a list changes places with the one below it. */
  | { readonly op: 'swap'; readonly path: Path };
