import { all, not } from '../kernel/guard.ts';
import type { Builder } from './builder.ts';
import { lose, restore } from './capability.ts';
import { conditionHolds, type Scene, setFact } from './scene.ts';

/** Facts that nobody in the book decides: free moves of nature. */
export function lowerFacts(scene: Scene): void {
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
}

/** Capabilities that the world takes away and gives back, for every incident at once. */
export function lowerCapabilities(scene: Scene, b: Builder): void {
  for (const [capability, { text, at }] of scene.book.capabilities)
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
