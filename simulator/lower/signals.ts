import type { Book, Entity } from '../../model/book.ts';
import { parseSeconds } from '../../model/duration.ts';
import type { Monitor, Threshold } from '../../model/generated/types.ts';
import { under } from '../../model/position.ts';
import { all } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import type { Builder } from './builder.ts';
import { rankOf, type Scene, setFacts } from './scene.ts';
import { declare, declareByRunbook } from './severity.ts';
import { type Home, homesOf } from './signal-home.ts';

/** Signals that nature moves, alerts that follow within `for` plus one check interval, and the automatic controls behind them. */
export function lowerSignals(scenes: readonly Scene[], world: Builder, book: Book): void {
  for (const monitor of book.monitors.values())
    for (const home of homesOf(scenes, world, monitor)) lowerMonitor(book, monitor, home);
}

function lowerMonitor(book: Book, monitor: Entity<Monitor>, home: Home): void {
  lowerSignal(book, monitor, home);
  for (const [level, threshold] of Object.entries(monitor.thresholds))
    lowerAlert(home.alertsIn(threshold), monitor, level, threshold, home);
}

/** What a signal shows is a fact of the incident that it alerts: the others have their own. */
const factsOf = ({ alertsIn }: Home, threshold: Threshold): Effect[] =>
  setFacts(alertsIn(threshold), threshold.sets);

/**
 * 0 is ok, else the rank of the level whose condition holds; a move starts the unbroken clock anew. Controls act with the
 * condition; where it must last, only once it has.
 */
function lowerSignal(book: Book, monitor: Entity<Monitor>, home: Home): void {
  const { b } = home;
  const signal = `signal/${monitor.id}`;
  const moved = (level: string, text: string, told: readonly Scene[], effects: Effect[]) => ({
    name: level,
    effects: [
      b.set(signal, level === 'ok' ? 0 : rankOf(book, level)),
      b.start(signal),
      ...told.map((scene) =>
        scene.b.emit(`signal.${monitor.id}.${level}`, { kind: 'signal', subject: monitor.id, text }),
      ),
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
      moved('ok', `${monitor.title}: back to normal`, home.scenes, []),
      ...Object.entries(monitor.thresholds).map(([level, threshold]) =>
        moved(
          level,
          `${monitor.title}: ${threshold.text}`,
          [home.alertsIn(threshold)],
          threshold.for === undefined ? factsOf(home, threshold) : [],
        ),
      ),
    ],
    at: monitor.at,
    text: `${monitor.title} moves`,
  });
}

function lowerAlert(
  scene: Scene,
  monitor: Entity<Monitor>,
  level: string,
  threshold: Threshold,
  home: Home,
): void {
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
          ...(threshold.for === undefined ? [] : factsOf(home, threshold)),
          ...(runbook ? declareByRunbook(scene, runbook, level) : declare(scene, level, undefined)),
        ],
      },
    ],
    at: under(monitor.at, 'thresholds', level),
    text: `${monitor.tool} checks ${monitor.title}`,
  });
}
