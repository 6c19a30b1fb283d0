import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHECK_RULES } from '../../../cli/known-rules.ts';
import { printable } from '../../../cli/printable.ts';
import { junit } from '../../../cli/reporters/junit.ts';
import { AROUND, anyReport } from './some-report.ts';
import { type Element, parseXml } from './strict-xml.ts';

/** The part of `junit-10.xsd` of Jenkins that we write: what may stand where. A star marks what is required. */
const GRAMMAR: Readonly<
  Record<string, { readonly attributes: readonly string[]; readonly children: readonly string[] }>
> = {
  testsuites: { attributes: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite'] },
  testsuite: {
    attributes: [
      'name*',
      'tests*',
      'failures*',
      'errors*',
      'skipped',
      'time',
      'timestamp',
      'hostname',
      'file',
    ],
    children: ['properties', 'testcase', 'system-out', 'system-err'],
  },
  testcase: {
    attributes: ['name*', 'classname', 'time', 'group'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { attributes: ['type', 'message'], children: ['#text'] },
  skipped: { attributes: ['type', 'message'], children: ['#text'] },
};

/** Sentences about what breaks the grammar. */
function violations(element: Element): string[] {
  const rule = GRAMMAR[element.name];
  if (!rule) return [`there is no element ${element.name}`];
  const names = Object.keys(element.attributes);
  const known = rule.attributes.map((name) => name.replace('*', ''));
  const required = rule.attributes.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
  const kinds = element.children.map((child) => (typeof child === 'string' ? '#text' : child.name));
  return [
    ...names.filter((name) => !known.includes(name)).map((name) => `${element.name} has no ${name}`),
    ...required.filter((name) => !names.includes(name)).map((name) => `${element.name} lacks ${name}`),
    ...kinds.filter((kind) => !rule.children.includes(kind)).map((kind) => `${kind} in ${element.name}`),
    ...elementsIn(element).flatMap(violations),
  ];
}

const elementsIn = ({ children }: Element) => children.filter((child) => typeof child !== 'string');

const all = (element: Element, name: string): Element[] => [
  ...(element.name === name ? [element] : []),
  ...elementsIn(element).flatMap((child) => all(child, name)),
];

describe('whatever a book says', () => {
  test('the document is well-formed and fits the grammar of JUnit', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const root = parseXml(junit(report, AROUND));
        expect(root.name).toBe('testsuites');
        expect(violations(root)).toEqual([]);
      }),
    );
  });

  test('no suite has two cases of one name, its counts are those of its cases, and the sums those of its suites', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const root = parseXml(junit(report, AROUND));
        for (const element of [root, ...all(root, 'testsuite')]) {
          const counted = {
            tests: String(all(element, 'testcase').length),
            failures: String(all(element, 'failure').length),
            errors: '0',
          };
          expect(element.attributes).toMatchObject(counted);
        }
        for (const suite of all(root, 'testsuite')) {
          expect(suite.attributes['skipped']).toBe(String(all(suite, 'skipped').length));
          const names = elementsIn(suite).map(
            ({ attributes }) => `${attributes['classname']} ${attributes['name']}`,
          );
          if (suite.attributes['name'] === 'check small') expect(new Set(names).size).toBe(names.length);
        }
      }),
    );
  });

  test('every finding stands in a failure of its rule, word for word', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const failures = all(parseXml(junit(report, AROUND)), 'failure');
        for (const { rule, message } of report.findings) {
          const texts = failures
            .filter(({ attributes }) => attributes['type'] === rule)
            .flatMap(({ children }) => children);
          expect(texts.join('\n')).toContain(xmlWords(message));
        }
      }),
    );
  });
});

const xmlWords = (text: string) => printable(text).replace(/[\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');

test('each rule that can find something is a case, so a server shows what passed too', () => {
  const report = {
    version: 1,
    books: [{ id: 'small', files: 1, documents: {}, references: 0, rules: 4, findings: 0, waived: 0 }],
    findings: [],
  } as const;
  const names = all(parseXml(junit(report, AROUND)), 'testcase').map(({ attributes }) => attributes['name']);
  expect(names).toEqual(CHECK_RULES.map(({ id }) => id));
});

test('the strict parser refuses what is not well-formed', () => {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  for (const bad of [
    '<a>',
    '<a></b>',
    '<a b="<"/>',
    '<a b="1" b="2"/>',
    '<a>&nbsp;</a>',
    '<a>&</a>',
    '<a>]]></a>',
    '<a/><a/>',
    '<a>\u0001</a>',
    '<a>\ud800</a>',
    '<a b="\n"/>',
  ])
    expect(() => parseXml(`${head}${bad}\n`), bad).toThrow();
  expect(parseXml(`${head}<a b="&#10;"><c/>&lt;</a>\n`)).toEqual({
    name: 'a',
    attributes: { b: '\n' },
    children: [{ name: 'c', attributes: {}, children: [] }, '<'],
  });
});
