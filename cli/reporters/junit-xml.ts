import { printable } from '../printable.ts';

/** A test suite as JUnit has it. */
export interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

export interface Case {
  readonly name: string;
  readonly classname: string;
  /** What is wrong, an entry a line; none when the case passed. */
  readonly failures: readonly string[];
  /** Why it was not tried. */
  readonly skipped?: string;
  /** The kind of failure. */
  readonly type: string;
}

/** JUnit XML as Jenkins, GitLab and others read it (the schema `junit-10.xsd`). No times: nothing was timed. */
export const junitXml = (suites: readonly Suite[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'drillbook', ...sums(suites.flatMap(({ cases }) => cases)) })}>`,
    ...suites.flatMap(suiteXml),
    '</testsuites>',
    '',
  ].join('\n');

const sums = (cases: readonly Case[]) => ({
  tests: cases.length,
  failures: cases.filter(({ failures }) => failures.length > 0).length,
  errors: 0,
});

const suiteXml = ({ name, cases }: Suite) => [
  `  <testsuite${attributes({ name, ...sums(cases), skipped: cases.filter(isSkipped).length })}>`,
  ...cases.map(caseXml),
  '  </testsuite>',
];

const isSkipped = ({ skipped }: Case) => skipped !== undefined;

function caseXml({ name, classname, failures, skipped, type }: Case): string {
  const head = `    <testcase${attributes({ name, classname })}`;
  if (skipped !== undefined) return `${head}><skipped${attributes({ message: skipped })}/></testcase>`;
  const [first, ...more] = failures;
  if (first === undefined) return `${head}/>`;
  const message = more.length === 0 ? first : `${first} (and ${more.length} more)`;
  return `${head}>\n      <failure${attributes({ message, type })}>${escaped(failures.join('\n'))}</failure>\n    </testcase>`;
}

const attributes = (values: Readonly<Record<string, string | number>>) =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
};

/** XML 1.0 has no way to write most control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const escaped = (text: string) =>
  printable(text)
    .replace(/[\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD')
    .replace(/[&<>"'\t]/g, (character) => ENTITIES[character] ?? character);
