import { beforeEach, expect, test } from 'vitest';
import { type BookFolder, bookFolder } from './book-folder.ts';
import { reportSchemas } from './reporters/report-schemas.ts';

const exercise = (title: string, quarter: string, more = '') =>
  `  ${title}:\n    {title: ${title}, quarter: ${quarter}, participants: [{title: Whoever is on call}], objective: Stay calm., ${more}source: {section: "1"}}\n`;
const SCHEDULE = `kind: exercises
exercises:
${exercise('flood', '2026-Q2', 'held: "2026-05-04", ')}${exercise('fire', '2026-Q3', 'runbooks: [shop-down], scenarios: [saturday-sale], ')}${exercise('storm', '2026-Q4')}
format: {parts: [{id: play, title: Play, lasts: 45m}], source: {section: "1"}}
`;

let folder: BookFolder;
beforeEach(() => {
  folder = bookFolder();
  folder.write('policies/small/exercises.yaml', SCHEDULE);
  return () => folder.dispose();
});

const shown = (...argv: string[]) => folder.run('.', 'exercises', ...argv);
const marked = (text: string) => text.match(/^ {2}[✓✗→ ] \d{4}-Q\d {2}\w+/gm);

test('the whole schedule is shown as of a day, and of what is due also who meets and what to play', () => {
  const { status, stdout } = shown('--at', '2026-09-30');
  expect(marked(stdout)).toEqual(['  ✓ 2026-Q2  flood', '  → 2026-Q3  fire', '    2026-Q4  storm']);
  expect(stdout).toMatch(/→ 2026-Q3 {2}fire {2}small, due by 2026-09-30\n/);
  expect(stdout).toMatch(/who +Whoever is on call\n/);
  expect(stdout).toMatch(/play +drillbook replay saturday-sale\n/);
  expect(status).toBe(0);
});

test('--due leaves out what was held and what comes later; a quarter that passed without a record is exit 1', () => {
  const { status, stdout } = shown('--due', '--at', '2026-10-01');
  expect(marked(stdout)).toEqual(['  ✗ 2026-Q3  fire', '  → 2026-Q4  storm']);
  expect(stdout).toMatch(/\n1 exercise due in 2026-Q4, 1 overdue\n$/);
  expect(status).toBe(1);
});

test('nothing due is a success that says so, no schedule at all measures nothing, and no day is exit 2', () => {
  const quiet = shown('--due', '--at', '2026-01-01');
  expect(quiet.stdout).toMatch(/✓ nothing is due in 2026-Q1; 3 exercises scheduled\n$/);
  expect(quiet.status).toBe(0);
  expect(shown('--at', '2026-02-30')).toMatchObject({ status: 2, stdout: '' });
  folder.remove('policies/small/exercises.yaml');
  const { status, stdout } = shown('--due');
  expect([status, stdout]).toEqual([4, expect.stringContaining('no book here schedules an exercise')]);
});

test('GitHub marks the line of what is due as a notice and of what is overdue as an error', () => {
  const { stdout } = shown('--due', '--at', '2026-10-01', '--format', 'github');
  const place = (line: number) => `file=policies/small/exercises.yaml,line=${line},col=3,`;
  expect(stdout).toContain(`::error ${place(5)}`);
  expect(stdout).toContain(`::notice ${place(7)}`);
});

test('in Markdown a table stands there only when something is to be held', () => {
  const rows = (at: string) => shown('--at', at, '--format', 'markdown').stdout.match(/^\| 2026-Q\d/gm);
  expect(rows('2026-10-01')).toEqual(['| 2026-Q3', '| 2026-Q4']);
  expect(rows('2026-01-01')).toBeNull();
});

test('--json fits its published schema, with and without --due', () => {
  for (const argv of [[], ['--due']]) {
    const report = JSON.parse(shown('--json', '--at', '2026-10-01', ...argv).stdout);
    expect(reportSchemas()('exercises', report)).toEqual([]);
    expect(report.exercises.map(({ state }: { state: string }) => state)).toEqual(
      argv.length === 0 ? ['held', 'overdue', 'due'] : ['overdue', 'due'],
    );
  }
});
