/** Columns to write in: the terminal's, at most what a line of text should have. */
export const textWidth = (stream: { readonly columns?: number }): number =>
  Math.max(60, Math.min(stream.columns ?? 110, 120));
