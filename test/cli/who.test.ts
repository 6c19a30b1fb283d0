import { beforeEach, describe, expect, test } from 'vitest';
import { type OwnBooks, ownBooks } from './own-books.ts';

const NIGHT = '2026-11-01T03:00-05:00';
let books: OwnBooks;
beforeEach(() => {
  books = ownBooks({ few: true });
  return () => books.dispose();
});
const who = (...argv: string[]) => books.run('.', 'who', ...argv);

describe('who', () => {
  test('tells channels, people, times and who is next, from the book alone', () => {
    const { status, stdout } = who('--severity', 'P0', '--service', 'custody-oracle', '--at', NIGHT);
    expect(status).toBe(0);
    expect(stdout).toContain('sun 2026-11-01 03:00 EST · outside business hours');
    expect(stdout).toContain('Phone, SMS, Dedicated channel and Email, all at once');
    expect(stdout).toMatch(
      /0:00 {2}Frank Yglesias, Chief Technology Officer by PagerDuty, then IC direct line/,
    );
    expect(stdout).toMatch(/0:15 {2}still silent: On-call senior engineer takes command/);
    expect(stdout).toContain('24/7 weekly rotation');
  });

  test('answers beside a drill that cannot be read', () => {
    books.edit('scenarios/rwa-tokens/2026-q3-custody-discrepancy.yaml', 'kind: scenario', 'kind: [');
    expect(who('--severity', 'P0', '--book', 'rwa-tokens').status).toBe(0);
  });

  test('answers beside a runbook that cannot be read', () => {
    books.edit('runbooks/rwa-tokens/custody-discrepancy.yaml', '\nphases:\n', '\nphases: [\n');
    expect(who('--severity', 'P0', '--book', 'rwa-tokens').status).toBe(0);
  });

  test('answers beside promises and waivers that cannot be read', () => {
    books.edit('policies/rwa-tokens/waivers.yaml', '\nwaivers:\n', '\nwaivers: [\n');
    books.edit('policies/rwa-tokens/invariants.yaml', '\ninvariants:\n', '\ninvariants: [\n');
    expect(who('--severity', 'P0', '--book', 'rwa-tokens').status).toBe(0);
  });

  test('follows the book: another backup, another answer', () => {
    books.edit(
      'policies/rwa-tokens/roles.yaml',
      'backup: rotation-backup-engineer',
      'backup: platform-devops-lead',
    );
    expect(who('--severity', 'P0', '--at', NIGHT).stdout).toMatch(
      /0:15 {2}if nobody answered: Platform DevOps lead by PagerDuty/,
    );
  });

  test('holds a page back until business hours where the policy says so', () => {
    expect(who('--severity', 'P3', '--at', NIGHT).stdout).toContain('pages wait 30h until business hours');
    expect(who('--severity', 'P3', '--at', '2026-11-02T10:00-05:00').stdout).not.toContain('pages wait');
  });

  test('names who answers outside business hours, and a service whose own policy is another', () => {
    const { stdout } = who('--severity', 'P0', '--service', 'infrastructure', '--at', NIGHT);
    expect(stdout).toContain('Business hours plus on-call, so On-call engineer answers');
    expect(stdout).toContain('its own policy is Medium-severity policy (P2), not the one of P0');
  });

  test('counts the turns of a roster from its first handover', () => {
    books.edit(
      'policies/rwa-tokens/services.yaml',
      'handover: weekly\n',
      'handover: weekly\n    starts: 2026-10-05T09:00:00-04:00\n    roster: [on-call-engineer, rotation-backup-engineer]\n',
    );
    const onDuty = (at: string) => who('--severity', 'P0', '--service', 'custody-oracle', '--at', at).stdout;
    expect(onDuty('2026-10-12T08:59-04:00')).toContain('on duty: On-call engineer');
    expect(onDuty('2026-10-12T09:00-04:00')).toContain('on duty: Senior engineer (rotation backup)');
    expect(onDuty('2026-10-19T09:00-04:00')).toContain('on duty: On-call engineer');
  });

  test('finds the book that knows the severity', () => {
    expect(who('--severity', 'SEV-1').stdout).toContain('paxiom');
  });

  test('refuses a severity, a service and a time that do not exist, with what to do', () => {
    const wrong = [
      [['--severity', 'P00'], 'did you mean `P0`'],
      [['--severity', 'P0', '--service', 'custody-orcale'], 'did you mean `custody-oracle`'],
      [['--severity', 'P0', '--at', 'tomorrow'], 'write a date, a time and the offset'],
      [['--severity', 'P0', '--at', '2026-13-45T03:00-05:00'], 'write a date, a time and the offset'],
      [[], 'severity'],
    ] as const;
    for (const [argv, words] of wrong) {
      const { status, stderr } = who(...argv);
      expect(status, argv.join(' ')).toBe(2);
      expect(stderr).toContain(words);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });

  test('gives the plan as JSON', () => {
    const plan = JSON.parse(who('--severity', 'P0', '--json', '--at', NIGHT).stdout);
    expect(plan).toMatchObject({ version: 1, severity: 'P0', businessHours: false });
    expect(plan.roles.map(({ role }: { role: string }) => role)).toContain('incident-commander');
  });
});
