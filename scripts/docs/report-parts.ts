import { CHECK_FORMS } from '../../cli/reporters/check-forms.ts';
import { CI_FORMS } from '../../cli/reporters/ci-forms.ts';
import { CODES_FORMS } from '../../cli/reporters/codes-forms.ts';
import { EXERCISES_FORMS } from '../../cli/reporters/exercises-forms.ts';
import { MUTATION_FORMS } from '../../cli/reporters/mutation-forms.ts';
import { replayForms } from '../../cli/reporters/replay-forms.ts';
import type { WantedPart } from '../../publish/parts/stale-part.ts';
import { docsMark } from './docs-mark.ts';

const COMMANDS = {
  check: CHECK_FORMS,
  replay: replayForms(true),
  ci: CI_FORMS,
  codes: CODES_FORMS,
  exercises: EXERCISES_FORMS,
  mutate: MUTATION_FORMS,
};

/** What each form is for. */
const FOR: Readonly<Record<string, string>> = {
  text: 'a person: the line with a caret, a hint, and what passed',
  oneline: 'grep, editors: `file:line:column: message (hint) [rule]`',
  json: 'programs; the same bytes as `--json`',
  github: 'annotations on the lines of a pull request, and the summary of the job',
  sarif: 'code scanning: SARIF 2.1.0',
  junit: 'test reports: a suite a book, a case a rule or a drill',
  markdown: 'a comment or a page: tables',
};

/** In `docs/reports.md`: which command writes which form. */
export function reportParts(): WantedPart[] {
  const forms = [...new Set(Object.values(COMMANDS).flatMap((each) => Object.keys(each)))];
  const unknown = forms.find((form) => FOR[form] === undefined);
  if (unknown) throw new Error(`scripts/docs/report-parts.ts does not say what the form ${unknown} is for`);
  const names = Object.keys(COMMANDS);
  const row = (form: string) =>
    `| \`${form}\` | ${FOR[form]} | ${Object.values(COMMANDS)
      .map((each) => (form in each ? 'yes' : ''))
      .join(' | ')} |`;
  const text = [
    `| form | for | ${names.map((name) => `\`${name}\``).join(' | ')} |`,
    `|---|---|${names.map(() => '---|').join('')}`,
    ...Object.keys(FOR).map(row),
  ].join('\n');
  return [{ file: 'docs/reports.md', mark: docsMark('forms'), text }];
}
