import type { CheckReport, ReportedFinding } from '../check-report.ts';
import { KNOWN_RULES, type KnownRule } from '../known-rules.ts';
import { printable } from '../printable.ts';
import type { Render } from './reporter.ts';
import { uriPath } from './uri-path.ts';

/** SARIF 2.1.0 (OASIS Standard, errata 01), for code scanning: one run, every rule with its page, a result a finding. */
export const sarif: Render<Pick<CheckReport, 'findings'>> = ({ findings }, { prefix, version }) =>
  `${JSON.stringify(log(findings, prefix, version), null, 2)}\n`;

const log = (findings: readonly ReportedFinding[], prefix: string, version: string) => ({
  $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'drillbook', semanticVersion: version, rules: KNOWN_RULES.map(descriptor) } },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: {
        SRCROOT: { description: { text: 'The root of the git repository.' } },
      },
      results: findings.map((finding) => result(finding, prefix)),
    },
  ],
});

const descriptor = ({ id, summary, why }: KnownRule) => ({
  id,
  shortDescription: { text: plain(summary) },
  fullDescription: { text: plain(why) },
  help: { text: plain(`${why}\nThe whole page: drillbook explain ${id}`) },
  defaultConfiguration: { level: 'error' },
});

const RULE_INDEX = new Map(KNOWN_RULES.map(({ id }, index) => [id, index]));

function result(finding: ReportedFinding, prefix: string) {
  const { rule, message, hint, file, line, column, fingerprint } = finding;
  const ruleIndex = RULE_INDEX.get(rule);
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: 'error',
    message: { text: plain(hint === undefined ? message : `${message} (${hint})`) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriPath(`${prefix}${file}`), uriBaseId: 'SRCROOT' },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
    partialFingerprints: { 'drillbook/v1': fingerprint },
  };
}

/** Section 3.11.5: braces would be placeholders, so they are doubled. Section 3.11.6: `[text](target)` would be a link. */
const plain = (text: string) =>
  printable(text).replaceAll('{', '{{').replaceAll('}', '}}').replaceAll('](', '] (');
