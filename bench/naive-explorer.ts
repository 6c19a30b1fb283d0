import type { Guard } from '../simulator/kernel/guard.ts';
import type { Effect, Machine, Window } from '../simulator/kernel/machine.ts';

/** What the naive search saw. */
export interface NaiveResult {
  readonly states: number;
  /** Failures of the cheapest break of the promise; undefined: none. */
  readonly cost: number | undefined;
  readonly settles: boolean;
}

/** What keeps a search small; the naive one takes it from outside, or does without. */
export interface Shortcuts {
  /** For each clock, when its age still matters. */
  readonly live?: readonly Guard[];
  /** When the promise can still break. */
  readonly breakable?: Guard;
}

interface Node {
  readonly v: number[];
  readonly c: number[];
}

/**
 * The semantics once more, written from section 1 alone: a Set of strings, objects, recursion. It shares no code with the
 * kernel or the explorer, so that it can judge both, and it is the baseline of their speed.
 */
export function exploreNaively(machine: Machine, promise: number, shortcuts: Shortcuts = {}): NaiveResult {
  const seen = new Set<string>();
  let layer: Node[] = [];
  let settles = true;
  const key = ({ v, c }: Node) => `${v.join()}/${c.join()}`;
  const copy = ({ v, c }: Node): Node => ({ v: [...v], c: [...c] });
  const rested = (node: Node): Node => {
    settles = settle(machine, node) && settles;
    shortcuts.live?.forEach((guard, clock) => {
      if (!truth(guard, node)) node.c[clock] = -1;
    });
    return node;
  };
  const target = machine.promises[promise]?.variable as number;
  const after = (node: Node, change: (next: Node) => void): Node => {
    const next = copy(node);
    change(next);
    return rested(next);
  };
  const calm = (node: Node): Node[] => {
    const due = machine.windows.filter((window) => isDue(window, node));
    const next = machine.windows
      .filter((window) => isEnabled(window, node))
      .flatMap((window) =>
        window.alternatives
          .map(({ effects }) => ({
            window,
            next: after(node, (changed) => perform(machine, effects, changed)),
          }))
          .filter(({ window: { owner }, next: then }) => owner.kind !== 'machine' || !escapes(due, then))
          .map(({ next: then }) => then),
      );
    return due.length > 0 ? next : [...next, after(node, (changed) => pass(machine, changed))];
  };
  const late = (node: Node): Node[] => {
    const owners = new Set(
      machine.windows
        .filter((window) => isDue(window, node))
        .flatMap(({ owner }) => ('failed' in owner ? owner.failed : [])),
    );
    return [...owners].map((failed) =>
      after(node, (changed) => {
        changed.v[failed] = (changed.v[failed] as number) + 1;
      }),
    );
  };
  const start: Node = { v: machine.variables.map(({ initial }) => initial), c: machine.clocks.map(() => -1) };
  layer = [rested(start)];
  for (let cost = 0; layer.length > 0; cost++) {
    const here: Node[] = [];
    for (let queue = layer; queue.length > 0; ) {
      const fresh = queue.filter((node) => !seen.has(key(node)) && seen.add(key(node)));
      here.push(...fresh);
      if (!settles) return { states: seen.size, cost: undefined, settles };
      if (fresh.some(({ v }) => v[target] === 3)) return { states: seen.size, cost, settles };
      queue = fresh.filter((node) => !shortcuts.breakable || truth(shortcuts.breakable, node)).flatMap(calm);
    }
    layer = here.filter((node) => !shortcuts.breakable || truth(shortcuts.breakable, node)).flatMap(late);
  }
  return { states: seen.size, cost: undefined, settles };
}

function truth(guard: Guard, node: Node): boolean {
  if (guard.op === 'always') return true;
  if (guard.op === 'not') return !truth(guard.guard, node);
  if (guard.op === 'all') return guard.guards.every((part) => truth(part, node));
  if (guard.op === 'any') return guard.guards.some((part) => truth(part, node));
  const value = node.v[guard.variable] as number;
  return guard.op === 'is' ? value === guard.value : value >= guard.value;
}

const isEnabled = ({ when, clock, lo }: Window, node: Node): boolean =>
  truth(when, node) &&
  (clock === undefined || ((node.c[clock] as number) >= 0 && (node.c[clock] as number) >= lo));

function isDue(window: Window, node: Node): boolean {
  const { hi, clock, owner, answered } = window;
  if (hi === undefined || !isEnabled(window, node)) return false;
  if (clock !== undefined && (node.c[clock] as number) < hi) return false;
  if (owner.kind === 'person') return node.v[owner.failed] === 0;
  if (owner.kind !== 'group') return true;
  const gone = (node.v[owner.failed] as number) + (answered === undefined ? 0 : (node.v[answered] as number));
  return gone < owner.seats;
}

/** D5: somebody whose bound was this instant would be let off by the timer. */
const escapes = (due: readonly Window[], then: Node): boolean =>
  due.some(
    (window) => (window.owner.kind === 'person' || window.owner.kind === 'group') && !isDue(window, then),
  );

function perform(machine: Machine, effects: readonly Effect[], node: Node): void {
  for (const effect of effects) {
    if (effect.op === 'set') node.v[effect.variable] = effect.to;
    if (effect.op === 'add') {
      const most = (machine.variables[effect.variable]?.size ?? 1) - 1;
      node.v[effect.variable] = Math.min(most, Math.max(0, (node.v[effect.variable] as number) + effect.by));
    }
    if (effect.op === 'start' && (effect.restart || (node.c[effect.clock] as number) < 0))
      node.c[effect.clock] = 0;
    if (effect.op === 'stop') node.c[effect.clock] = -1;
    if (effect.op === 'emit') perform(machine, machine.events[effect.event]?.reactions ?? [], node);
    if (effect.op === 'if' && truth(effect.when, node)) perform(machine, effect.effects, node);
  }
}

function settle(machine: Machine, node: Node): boolean {
  for (let round = 0; round <= 64; round++) {
    const next = machine.consequences.find(({ when }) => truth(when, node));
    if (!next) return true;
    perform(machine, next.effects, node);
  }
  return machine.consequences.every(({ when }) => !truth(when, node));
}

function pass(machine: Machine, node: Node): void {
  machine.clocks.forEach(({ cap }, clock) => {
    const age = node.c[clock] as number;
    if (age >= 0) node.c[clock] = Math.min(age + 1, cap);
  });
  for (const { variable, clock, bound } of machine.promises)
    if (clock !== undefined && node.v[variable] === 1 && (node.c[clock] as number) > bound)
      node.v[variable] = 3;
}
