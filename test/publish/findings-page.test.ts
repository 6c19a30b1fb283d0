import { describe, expect, test } from 'vitest';
import { makeFinding } from '../../model/make-finding.ts';
import { citedSource } from '../../publish/cited-source.ts';
import { findingsPage } from '../../publish/findings-page.ts';

const YAML = `kind: severities
levels:
  P1:
    title: Urgent
    examples:
      - {text: Water., source: {sheet: O-1}}
      - {text: Fire.}
    source: {section: ["1", "2"]}
triage: []
`;

describe('a line is cited by the nearest source around it', () => {
  test.each([
    ['the item with a source of its own', 6, 15, 'O-1'],
    ['an item without one, by what holds it', 7, 15, 'section 1, 2'],
    ['a plain value, by what holds it', 4, 5, 'section 1, 2'],
    ['what nothing cites', 9, 1, undefined],
  ])('%s', (_, line, column, cited) => {
    expect(citedSource(YAML, { file: 'x.yaml', line, column })).toBe(cited);
  });
});

const finding = (rule: string, message: string) =>
  makeFinding({
    rule,
    message,
    hint: 'decide',
    subject: message,
    position: { file: 'a.yaml', line: 3, column: 1 },
  });

const RULES = [
  { id: 'worse', summary: 'Nothing burns.', why: 'Fire.' },
  { id: 'silent', summary: 'Nothing is silent.', why: 'Silence.' },
];

function page(): string {
  return findingsPage({
    title: 'House',
    today: '2026-06-15',
    files: 2,
    unkept: [
      {
        text: 'The hose is out within 2m.',
        position: { file: 'b.yaml', line: 7, column: 1 },
        drill: 'scenarios/house/regressions/hose.yaml',
        late: ['Anna <b>'],
        lines: [
          { at: '0:02', text: 'still missing: Anna_unrolls_it' },
          { at: '', text: 'it was never kept in this run' },
        ],
        waiver: {
          rule: 'promise-is-kept',
          fingerprint: '0',
          owner: 'lead',
          reason: 'A new hose is ordered',
          expires: '2026-12-31',
        },
      },
      {
        text: 'Nobody smokes.',
        position: undefined,
        drill: 'x.yaml',
        late: [],
        lines: [],
        waiver: undefined,
      },
    ],
    drills: [
      {
        title: 'Fire drill',
        file: 'scenarios/house/fire.yaml',
        breaks: [{ promise: 'invariant/out-in-5m', at: '6m', because: 'The door sticks.' }],
      },
      { title: 'Quiet drill', file: 'scenarios/house/quiet.yaml', breaks: [] },
    ],
    groups: [
      { title: 'Fire first', about: 'Flames.', rules: RULES },
      { title: 'Empty', about: 'Nothing found.', rules: [{ id: 'none', summary: 'None.', why: 'None.' }] },
    ],
    findings: [
      { finding: finding('worse', 'the roof burns'), cited: 'section 4' },
      {
        finding: finding('worse', 'the cellar burns'),
        waiver: {
          rule: 'worse',
          fingerprint: '0',
          owner: 'lead',
          reason: 'It is damp.',
          expires: '2026-12-31',
        },
      },
    ],
  });
}

test('the page says of each finding what is wrong, where, by which section, and what to decide', () => {
  expect(page()).toContain(
    '- The roof burns. **To decide:** decide.<br>[a.yaml:3](../../a.yaml#L3), section 4',
  );
});

test('a waived finding stays on the page, with its owner, reason and last day', () => {
  expect(page()).toContain(
    'The cellar burns. **To decide:** decide.<br>*It is damp.* Waived by `lead` until 2026-12-31.',
  );
});

test('rules and families that found nothing are not on the page', () => {
  expect(page()).not.toMatch(/Nothing is silent|Empty/);
  expect(page()).toContain('3 rules asked');
});

test('what breaks in a drill stands behind the first family, and a drill that keeps everything does not', () => {
  expect(page()).toContain('In 1 drill of 2 a promise breaks');
  expect(page()).toContain(
    '**[Fire drill](../../scenarios/house/fire.yaml)**\n\n- 6m: `out-in-5m`. The door sticks.',
  );
  expect(page()).not.toContain('Quiet drill');
});

test('opens with the promises that the book itself cannot keep, who is late, what happens, and who answers for each', () => {
  const text = page();
  const opening = text.slice(0, text.indexOf('## Fire first'));
  expect(opening).toContain('## What the book itself cannot keep');
  expect(opening).toContain(
    '### The hose is out within 2m\n\nLate: Anna \\<b\\>, and still it breaks:\n\n- **0:02** still missing: Anna\\_unrolls\\_it\n- it was never',
  );
  expect(opening).toContain('*A new hose is ordered.* Waived by `lead` until 2026-12-31.');
  expect(opening).toContain('Nobody is late, and still it breaks');
  expect(opening).toContain('**Nobody answers for it yet.**');
});
