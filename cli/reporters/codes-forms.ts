import type { CodesReport } from '../codes-report.ts';
import { renderCodes } from '../render/codes-report.ts';
import { CHECK_FORMS } from './check-forms.ts';
import { codesMarkdown } from './codes-markdown.ts';
import { annotations } from './github.ts';
import { json } from './json.ts';
import { codesSuites } from './junit.ts';
import { junitXml } from './junit-xml.ts';
import type { Forms } from './reporter.ts';
import { sarif } from './sarif.ts';

const asCheck = ({ findings }: CodesReport) => ({ version: 1, books: [], findings }) as const;

/** The forms of `codes`: those of `check`, of which `text` shows the ladder too and `json` the whole report. */
export const CODES_FORMS = {
  text: (report, around) => `${renderCodes(report, around)}\n`,
  oneline: (report, around) => CHECK_FORMS.oneline(asCheck(report), around),
  json,
  github: ({ findings }, { prefix }) => annotations(findings, prefix),
  sarif,
  junit: (report) => junitXml(codesSuites(report)),
  markdown: codesMarkdown,
} as const satisfies Forms<CodesReport>;
