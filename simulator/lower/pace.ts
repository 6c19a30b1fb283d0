import { parseSpan } from '../../model/duration.ts';

/** The window of whoever works or answers: what the book says there, else its default, which proofs then say they assumed (D9). */
export const paceOf = (
  stated: string | undefined,
  fallback: string,
): { readonly lo: number; readonly hi: number; readonly assumed?: true } => ({
  ...parseSpan(stated ?? fallback),
  ...(stated === undefined ? { assumed: true as const } : {}),
});
