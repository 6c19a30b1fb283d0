import { type CiReport, ciFindings } from '../ci-report.ts';
import { NO_PAINT } from '../paint.ts';
import { ciVerdict, renderCi } from '../render/ci-report.ts';
import { ciMarkdown } from './ci-markdown.ts';
import { annotations } from './github.ts';
import { json } from './json.ts';
import { checkSuites, codesSuites, drillSuites } from './junit.ts';
import { junitXml } from './junit-xml.ts';
import type { Forms } from './reporter.ts';
import { sarif } from './sarif.ts';

/** The forms of `ci`: what `check`, `replay` and `codes` found, together. */
export const CI_FORMS = {
  text: (report, around) => `${renderCi(report, around)}\n`,
  json: (report) => json(report.json),
  github: (report, { prefix }) =>
    `${annotations(ciFindings(report), prefix)}${ciVerdict(report, NO_PAINT)}\n`,
  sarif: (report, around) => sarif({ findings: ciFindings(report) }, around),
  junit: ({ check, drills, codes }) =>
    junitXml([...checkSuites(check), ...drillSuites(drills), ...codesSuites(codes)]),
  markdown: ciMarkdown,
} as const satisfies Forms<CiReport>;
