import type { CheckReport } from '../check-report.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { oneline } from './oneline.ts';
import type { Render } from './reporter.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** The forms of `check`. */
export const CHECK_FORMS = {
  text,
  oneline,
  json,
  github,
  sarif,
  junit,
  markdown,
} as const satisfies Readonly<Record<string, Render<CheckReport>>>;
