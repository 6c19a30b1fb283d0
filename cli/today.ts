/** The day by which `check` judges what goes stale, in UTC: 2026-09-16. */
export const today = (): string => new Date().toISOString().slice(0, 10);
