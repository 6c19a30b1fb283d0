import type { Guard } from '../simulator/kernel/guard.ts';
import { type Effect, type Machine, PROMISE, type Window } from '../simulator/kernel/machine.ts';
import type { Shortcuts } from './naive-explorer.ts';

/**
 * A machine in the language of another checker. One `d_step` a move, so that its states are ours; clocks are one higher, off is
 * 0. Written for machines whose timers each cancel every duty of their instant (D5), as the toy's do, and that need no
 * consequences. An assertion fails where a promise breaks.
 */
export function toPromela(machine: Machine, { live = [], breakable }: Shortcuts): string {
  const timed = machine.windows.filter(({ hi }) => hi !== undefined);
  const human = timed.filter(({ owner }) => owner.kind === 'person');
  const none = (windows: readonly Window[]) =>
    windows.map((window) => `!(${due(window)})`).join(' && ') || 'true';
  const may = breakable ? `${guardText(breakable)} && ` : '';
  const rest = live
    .map((guard, clock) => `if :: !(${guardText(guard)}) -> c${clock} = 0; :: else fi;`)
    .join(' ');
  const moves = machine.windows.flatMap((window) =>
    window.alternatives.map(({ effects }) => {
      const duty = window.owner.kind === 'machine' ? ` && ${none(human)}` : '';
      return `  :: d_step { (${may}${enabled(window)}${duty}) -> ${effects.map((each) => effectText(machine, each)).join(' ')} ${rest} }`;
    }),
  );
  const failures = human.map(
    (window) =>
      `  :: d_step { (${may}${due(window)}) -> v${(window.owner as { failed: number }).failed}++; ${rest} }`,
  );
  return `/* The toy escalation of bench/toy.ts, written by bench/to-promela.ts. */
${machine.variables.map(({ initial }, index) => `byte v${index} = ${initial};`).join(' ')}
${machine.clocks.map((_, index) => `byte c${index} = 0;`).join(' ')}
active proctype moves() {
end:
  do
${[...moves, ...failures].join('\n')}
  :: d_step { (${may}${none(timed)}) -> ${tick(machine)} ${rest} }
  od
}
`;
}

const enabled = ({ when, clock, lo }: Window): string =>
  clock === undefined ? guardText(when) : `${guardText(when)} && c${clock} >= ${lo + 1}`;

const due = (window: Window): string => {
  const { owner, clock, hi } = window;
  const binds = owner.kind === 'person' ? ` && v${owner.failed} == 0` : '';
  return `${enabled(window)}${clock === undefined ? '' : ` && c${clock} >= ${(hi ?? 0) + 1}`}${binds}`;
};

function guardText(guard: Guard): string {
  if (guard.op === 'always') return 'true';
  if (guard.op === 'is') return `v${guard.variable} == ${guard.value}`;
  if (guard.op === 'atLeast') return `v${guard.variable} >= ${guard.value}`;
  if (guard.op === 'not') return `!(${guardText(guard.guard)})`;
  return `(${guard.guards.map(guardText).join(guard.op === 'all' ? ' && ' : ' || ')})`;
}

function effectText(machine: Machine, effect: Effect): string {
  switch (effect.op) {
    case 'set':
      return `v${effect.variable} = ${effect.to};`;
    case 'add':
      return `v${effect.variable} = v${effect.variable} + ${effect.by};`;
    case 'start':
      return effect.restart
        ? `c${effect.clock} = 1;`
        : `if :: c${effect.clock} == 0 -> c${effect.clock} = 1; :: else fi;`;
    case 'stop':
      return `c${effect.clock} = 0;`;
    case 'emit':
      return (machine.events[effect.event]?.reactions ?? [])
        .map((each) => effectText(machine, each))
        .join(' ');
    case 'if':
      return `if :: ${guardText(effect.when)} -> ${effect.effects.map((each) => effectText(machine, each)).join(' ')} :: else fi;`;
  }
}

const tick = ({ clocks, promises }: Machine): string =>
  [
    ...clocks.map(
      ({ cap }, index) => `if :: c${index} > 0 && c${index} < ${cap + 1} -> c${index}++; :: else fi;`,
    ),
    ...promises.map(({ variable, clock, bound }) =>
      clock === undefined
        ? ''
        : `if :: v${variable} == ${PROMISE.open} && c${clock} > ${bound + 1} -> v${variable} = ${PROMISE.violated}; :: else fi;`,
    ),
    ...promises.map(({ variable }) => `assert(v${variable} != ${PROMISE.violated});`),
  ].join(' ');
