/** What became of a mutant. */
export type Fate =
  /** It is no book any more: what the loader says. */
  | { readonly kind: 'invalid'; readonly rule: string; readonly message: string }
  | Killed
  /** No run of any procedure can tell it from the book as it is: so many machines were compared. */
  | { readonly kind: 'equivalent'; readonly machines: number }
  /** Something exercises what was changed, and nothing minds. */
  | { readonly kind: 'survived'; readonly hint: string }
  /** Nothing exercises what was changed: no drill comes there, and no proof depends on it. */
  | { readonly kind: 'no-coverage'; readonly hint: string };

export interface Killed {
  readonly kind: 'killed';
  readonly by: Killer;
  readonly message: string;
}

/** Who noticed, cheapest first. */
export type Killer =
  | { readonly kind: 'check'; readonly rule: string }
  | { readonly kind: 'drill'; readonly scenario: string }
  | { readonly kind: 'proof'; readonly runbook: string; readonly promise: string };
