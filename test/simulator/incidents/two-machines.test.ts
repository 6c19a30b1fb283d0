import { describe, expect, test } from 'vitest';
import { randomChooser } from '../../../simulator/choose/random.ts';
import { renderTrace } from '../../../simulator/compiled/render-trace.ts';
import { makeSimulator } from '../../../simulator/compiled/simulate.ts';
import { inIncident } from '../../../simulator/incident-name.ts';
import { lowerIncident, lowerIncidents } from '../../../simulator/lower/incident.ts';
import { run } from '../../../simulator/run/run.ts';
import { houseBook } from '../tiny-book.ts';
import { MOULD } from './two-leaks.ts';

describe('the machine of two incidents', () => {
  const book = houseBook(`${MOULD}---\nkind: book\nid: house\npriority: severity`);
  const seeds = [
    { id: 'cellar', runbook: 'leak' },
    { id: 'attic', runbook: 'mould' },
  ];

  test('has every window and promise of each of them alone, named for it', () => {
    const both = lowerIncidents(book, seeds, { grain: 1 });
    for (const { id, runbook } of seeds) {
      const alone = lowerIncident(book, { runbook, grain: 1 });
      const shared = /^(capability|signal\/walls$|signal\/water$|alert)/;
      const named = (name: string) => (shared.test(name) ? name : inIncident(id, name));
      const sites = both.windows.map(({ site, lo, hi, text }) => ({ site, lo, hi, text }));
      for (const { site, lo, hi, text } of alone.windows)
        expect(sites).toContainEqual({ site: named(site), lo, hi, text });
      expect(both.promises.map(({ name }) => name)).toEqual(
        expect.arrayContaining(alone.promises.map(({ name }) => named(name))),
      );
    }
  });

  test('is compiled to the same random runs as it is played', () => {
    const whole = lowerIncidents(book, seeds, { grain: 60 });
    // The attic begins by itself, so that both go on.
    const machine = {
      ...whole,
      windows: whole.windows.map((window) =>
        window.site === 'attic: declare/P1'
          ? { ...window, owner: { kind: 'machine' } as const, hi: 0 }
          : window,
      ),
    };
    const odds = { failurePercent: 20, begins: { site: 'signal/water', alternative: 'P0' } };
    const options = { until: 'closed', horizon: 600 } as const;
    const simulate = makeSimulator(machine, odds, options);
    const incidents = new Set<string | undefined>();
    for (let seed = 1; seed <= 40; seed++) {
      const played = run(machine, randomChooser(seed, odds), options);
      const compiled = renderTrace(machine, simulate(seed));
      expect(compiled.records).toEqual(played.records);
      expect([compiled.how, compiled.ended]).toEqual([played.how, played.ended]);
      for (const { incident, kind } of played.records) if (kind === 'step-done') incidents.add(incident);
    }
    expect([...incidents].sort()).toEqual(['attic', 'cellar']);
  });
});

test('the machine of one incident has the names that it always had', () => {
  const { variables, clocks, windows, events, promises } = lowerIncident(houseBook(), { runbook: 'leak' });
  const names = [
    ...[...variables, ...clocks, ...events, ...promises].map(({ name }) => name),
    ...windows.map(({ site }) => site),
  ];
  expect(names.filter((name) => name.includes(': '))).toEqual([]);
  expect(variables.slice(0, 4).map(({ name }) => name)).toEqual([
    'severity',
    'resolved',
    'closed',
    'command',
  ]);
  expect(windows.map(({ site }) => site)).toMatchInlineSnapshot(`
    [
      "signal/water",
      "alert/water/P0",
      "alert/water/P1",
      "fact/flooded",
      "capability/power",
      "declare/P0",
      "declare/P1",
      "page/contact-lead/1/anna",
      "page/contact-lead/1/anna/late",
      "timeout/contact-lead/1",
      "page/contact-lead/2/ben",
      "page/contact-worker/1/paul",
      "page/contact-worker/1/paul/late",
      "timeout/contact-worker/1",
      "page/contact-worker/2/ben",
      "step/close-valve/start",
      "step/close-valve",
      "step/close-valve/start",
      "step/close-valve",
      "close",
      "close",
    ]
  `);
});
