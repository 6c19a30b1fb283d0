import type { Entity } from '../../model/book.ts';
import { parseSeconds } from '../../model/duration.ts';
import type { Monitor, Threshold } from '../../model/generated/types.ts';
import { under } from '../../model/position.ts';
import { all, not } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import { lose, restore } from './capability.ts';
import { conditionHolds, rankOf, type Scene, setFact, setFacts } from './scene.ts';
import { declare, declareByRunbook } from './severity.ts';

/** Signals that nature moves, alerts that follow within `for` plus one check interval, and the automatic controls behind them. */
export function lowerSignals(scene: Scene): void {
  for (const monitor of scene.book.monitors.values()) {
    lowerSignal(scene, monitor);
    for (const [level, threshold] of Object.entries(monitor.thresholds))
      lowerAlert(scene, monitor, level, threshold);
  }
}

/**
 * 0 is ok, else the rank of the level whose condition holds; a move starts the unbroken clock anew. Controls act with the
 * condition; where it must last, only once it has.
 */
function lowerSignal(scene: Scene, monitor: Entity<Monitor>): void {
  const { b, book } = scene;
  const signal = `signal/${monitor.id}`;
  const moved = (level: string, text: string, effects: Effect[]) => ({
    name: level,
    effects: [
      b.set(signal, level === 'ok' ? 0 : rankOf(book, level)),
      b.start(signal),
      b.emit(`signal.${monitor.id}.${level}`, { kind: 'signal', subject: monitor.id, text }),
      ...effects,
    ],
  });
  b.window({
    site: signal,
    doing: 'nature',
    owner: { kind: 'nature' },
    when: all(),
    hi: undefined,
    alternatives: [
      moved('ok', `${monitor.title}: back to normal`, []),
      ...Object.entries(monitor.thresholds).map(([level, threshold]) =>
        moved(
          level,
          `${monitor.title}: ${threshold.text}`,
          threshold.for === undefined ? setFacts(scene, threshold.sets) : [],
        ),
      ),
    ],
    at: monitor.at,
    text: `${monitor.title} moves`,
  });
}

function lowerAlert(scene: Scene, monitor: Entity<Monitor>, level: string, threshold: Threshold): void {
  const { b, book } = scene;
  const alerted = `alerted/${monitor.id}/${level}`;
  const unbroken = threshold.for === undefined ? 0 : parseSeconds(threshold.for);
  const interval = /^\d/.test(monitor.interval) ? parseSeconds(monitor.interval) : 0;
  const runbook = scene.runbooks.find(({ id }) => id === threshold.opens);
  b.window({
    site: `alert/${monitor.id}/${level}`,
    doing: 'timer',
    owner: { kind: 'machine' },
    when: all(b.is(`signal/${monitor.id}`, rankOf(book, level)), b.is(alerted, 0)),
    clock: b.clock(`signal/${monitor.id}`),
    lo: unbroken,
    hi: unbroken + interval,
    alternatives: [
      {
        name: 'alert',
        effects: [
          b.set(alerted),
          b.emit(`alert.${monitor.id}.${level}`, {
            kind: 'alert',
            subject: monitor.id,
            text: `${monitor.tool} alerts: ${threshold.text}`,
          }),
          ...(threshold.for === undefined ? [] : setFacts(scene, threshold.sets)),
          ...(runbook ? declareByRunbook(scene, runbook, level) : declare(scene, level, undefined)),
        ],
      },
    ],
    at: under(monitor.at, 'thresholds', level),
    text: `${monitor.tool} checks ${monitor.title}`,
  });
}

/** Facts that nobody in the book decides, and capabilities that the incident takes away: free moves of nature. */
export function lowerWorld(scene: Scene): void {
  const { b, book } = scene;
  for (const [fact, { text, at }] of book.facts)
    b.window({
      site: `fact/${fact}`,
      doing: 'nature',
      owner: { kind: 'nature' },
      when: not(conditionHolds(scene, { facts: [fact] })),
      hi: undefined,
      alternatives: [{ name: 'true', effects: [setFact(scene, fact)] }],
      at,
      text,
    });
  for (const [capability, { text, at }] of book.capabilities)
    b.window({
      site: `capability/${capability}`,
      doing: 'nature',
      owner: { kind: 'nature' },
      when: all(),
      hi: undefined,
      alternatives: [
        { name: 'lost', effects: lose(scene, capability) },
        { name: 'restored', effects: restore(scene, capability) },
      ],
      at,
      text,
    });
}

/** Something the facilitator says: it changes nothing by itself. */
export function lowerNote(scene: Scene, text: string, index: number): void {
  const { b } = scene;
  const said = `said/${index}`;
  b.window({
    site: `inject/${index}`,
    doing: 'nature',
    owner: { kind: 'nature' },
    when: b.is(said, 0),
    hi: undefined,
    alternatives: [
      { name: 'said', effects: [b.set(said), b.emit(`inject.${index}`, { kind: 'inject', text })] },
    ],
    text,
    outlives: true,
  });
}
