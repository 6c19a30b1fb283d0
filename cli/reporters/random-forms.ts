import { sayable } from '../printable.ts';
import type { RandomReport } from '../random-breaks/random-report.ts';
import { renderRandom } from '../render/random-report.ts';
import { CHECK_FORMS } from './check-forms.ts';
import { annotations } from './github.ts';
import { json } from './json.ts';
import type { Forms } from './reporter.ts';
import { sarif } from './sarif.ts';

const asCheck = ({ findings }: RandomReport) => ({ version: 1, books: [], findings }) as const;

/** The forms of `prove --random`. */
export const RANDOM_FORMS = {
  text: (report, around) => `${renderRandom(sayable(report), around)}\n`,
  oneline: (report, around) => CHECK_FORMS.oneline(asCheck(report), around),
  json,
  github: ({ findings }, { prefix }) => annotations(findings, prefix),
  sarif,
} as const satisfies Forms<RandomReport>;
