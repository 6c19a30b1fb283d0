import { describe, expect, test } from 'vitest';
import { bookEvents } from '../../model/book-events.ts';
import { lowerIncident } from '../../simulator/lower/incident.ts';
import { TRACE_KINDS } from '../../simulator/run/trace.ts';
import { OWN_BOOKS } from './own-books.ts';

/** Events of the machine's own: nothing in a book may name them. */
const INTERNAL = /^(paged|inject|silence)\./;

describe.each(OWN_BOOKS.map((book) => [book.id, book] as const))('the machines of %s', (_, book) => {
  const machines = [...book.runbooks.keys()].map((runbook) => lowerIncident(book, { runbook }));

  test('emit nothing that the vocabulary of the book does not know', () => {
    const known = bookEvents(book);
    const strange = machines
      .flatMap(({ events }) => events)
      .filter(({ name, text }) => text !== name && !known.has(name) && !INTERNAL.test(name))
      .map(({ name }) => name);
    expect([...new Set(strange)]).toEqual([]);
  });

  test('say everything in a kind that the trace documents', () => {
    const kinds = new Set(machines.flatMap(({ events }) => events.map(({ kind }) => kind)));
    for (const kind of kinds) expect(Object.keys(TRACE_KINDS)).toContain(kind);
  });

  test('hold every bound of a window the right way round, and every promise in a known place', () => {
    for (const { windows, promises } of machines) {
      for (const { lo, hi, site } of windows) expect(hi === undefined || lo <= hi, site).toBe(true);
      for (const { at, name } of promises) expect(at && book.position(at).line, name).toBeGreaterThan(0);
    }
  });

  test('are data: they survive being written as JSON', () => {
    for (const machine of machines)
      expect(JSON.parse(JSON.stringify(machine)).windows.length).toBe(machine.windows.length);
  });
});
