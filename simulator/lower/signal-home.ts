import type { Monitor, Threshold } from '../../model/generated/types.ts';
import type { Builder } from './builder.ts';
import type { Scene } from './scene.ts';

/** Where a signal is at home, and the incident that it alerts. */
export interface Home {
  readonly b: Builder;
  alertsIn(threshold: Threshold): Scene;
  /** All that it may alert. */
  readonly scenes: readonly Scene[];
}

/** One home, where the signal is the world's; else one in each incident: there are two of what is watched. */
export function homesOf(scenes: readonly Scene[], world: Builder, monitor: Monitor): Home[] {
  const [only] = scenes;
  if (!only || scenes.length === 1 || !isShared(scenes, monitor))
    return scenes.map((scene) => ({ b: scene.b, alertsIn: () => scene, scenes: [scene] }));
  const opening = (threshold: Threshold): Scene | undefined => openedBy(scenes, threshold)[0];
  const first = Object.values(monitor.thresholds).flatMap((each) => opening(each) ?? [])[0] ?? only;
  const alertsIn = (threshold: Threshold): Scene => opening(threshold) ?? first;
  return [{ b: world, alertsIn, scenes: [...new Set(Object.values(monitor.thresholds).map(alertsIn))] }];
}

/** Procedures of an incident: its own, and all that they can lead to. */
export interface InPlay {
  readonly roots: readonly string[];
  readonly runbooks: readonly { readonly id: string }[];
}

/** The incidents whose own procedure an alert opens; if there is none, those that can come to it. */
function openedBy<T extends InPlay>(incidents: readonly T[], { opens }: Threshold): T[] {
  if (opens === undefined) return [];
  const own = incidents.filter(({ roots }) => roots.includes(opens));
  return own.length > 0 ? own : incidents.filter(({ runbooks }) => runbooks.some(({ id }) => id === opens));
}

/** A signal is the world's where each of its alerts opens a procedure of one incident at most, and some of them does. */
export function isShared(incidents: readonly InPlay[], { thresholds }: Monitor): boolean {
  const counts = Object.values(thresholds).map((threshold) => openedBy(incidents, threshold).length);
  return counts.every((count) => count <= 1) && counts.includes(1);
}
