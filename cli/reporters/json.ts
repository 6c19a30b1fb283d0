import type { Reporter } from './reporter.ts';

/** For programs: the shape of `CheckReport`. */
export const json: Reporter = (report) => `${JSON.stringify(report, null, 2)}\n`;
