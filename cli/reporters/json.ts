/** For programs: the report as it is, the same bytes as `--json`. Its schema is published in schemas/reports/. */
export const json = (report: unknown): string => `${JSON.stringify(report, null, 2)}\n`;
