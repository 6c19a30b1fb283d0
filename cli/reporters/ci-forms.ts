import type { CiReport } from '../ci-report.ts';
import { drillFindings } from '../drill-findings.ts';
import { NO_PAINT } from '../paint.ts';
import { ciVerdict, renderCi } from '../render/ci-report.ts';
import { annotations } from './github.ts';
import { json } from './json.ts';
import { checkSuites, drillSuites } from './junit.ts';
import { junitXml } from './junit-xml.ts';
import { ciMarkdown } from './markdown.ts';
import type { Forms } from './reporter.ts';
import { sarif } from './sarif.ts';

const findings = ({ check, drills }: CiReport) => [...check.findings, ...drillFindings(drills)];

/** The forms of `ci`: what `check` found and what `replay` found, together. */
export const CI_FORMS = {
  text: (report, around) => `${renderCi(report, around)}\n`,
  json: (report) => json(report.json),
  github: (report, { prefix }) => `${annotations(findings(report), prefix)}${ciVerdict(report, NO_PAINT)}\n`,
  sarif: (report, around) => sarif({ findings: findings(report) }, around),
  junit: ({ check, drills }) => junitXml([...checkSuites(check), ...drillSuites(drills)]),
  markdown: ciMarkdown,
} as const satisfies Forms<CiReport>;
