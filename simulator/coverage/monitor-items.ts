import { under } from '../../model/position.ts';
import { all, type Guard, is } from '../kernel/guard.ts';
import type { Window } from '../kernel/machine.ts';
import { rankOf } from '../lower/scene.ts';
import type { ItemDraft } from './item.ts';
import type { Setting } from './setting.ts';

/**
 * Each threshold below, at and above: the signal falls back before it alerts, alerts, or goes on to a worse level. The move to
 * the level itself is part of all three.
 */
export function monitorItems(setting: Setting, window: Window, index: number): ItemDraft[] {
  const { book, variable } = setting;
  const [head, id = '', level = ''] = window.site.split('/');
  const monitor = book.monitors.get(id);
  if (!monitor) return [];
  const draft = (
    of: string,
    where: string,
    words: string,
    alternative: number,
    guard?: Guard,
  ): ItemDraft => ({
    kind: 'threshold',
    name: `threshold/${id}/${of}/${where}`,
    text: `${monitor.title}, ${of}: ${words}`,
    at: under(monitor.at, 'thresholds', of),
    seen: { op: 'move', window: index, alternative, ...(guard ? { if: guard } : {}) },
  });
  if (head === 'alert') return [draft(level, 'at', 'alerts', 0)];
  const signal = variable(`signal/${id}`) as number;
  return window.alternatives.flatMap(({ name: to }, alternative) => {
    const rank = to === 'ok' ? 0 : rankOf(book, to);
    const from = Object.keys(monitor.thresholds).filter((each) => each !== to);
    const moves = from.flatMap((each): ItemDraft[] => {
      const mine = rankOf(book, each);
      const alerted = variable(`alerted/${id}/${each}`);
      if (alerted === undefined) return [];
      return rank < mine
        ? [
            draft(
              each,
              'below',
              'falls back before it alerts',
              alternative,
              all(is(signal, mine), is(alerted, 0)),
            ),
          ]
        : [draft(each, 'above', `goes on to ${to}`, alternative, is(signal, mine))];
    });
    return to === 'ok' ? moves : [...moves, draft(to, 'reached', 'is reached', alternative)];
  });
}
