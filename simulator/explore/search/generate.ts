import type { Guard } from '../../kernel/guard.ts';
import { type Effect, PROMISE, type Window } from '../../kernel/machine.ts';
import { initialState } from '../../kernel/state.ts';
import { type Cone, isTie } from '../cone/cone.ts';
import type { Engine } from './engine.ts';
import { type Goal, type Shortcuts, shortcutsOf } from './future.ts';
import { interpretCone } from './interpret.ts';
import { type Layout, layoutOf, maskOf } from './layout.ts';
import { type Move, movesOf, seatsOf } from './moves-of.ts';

/** What a text was compiled to: it lists successors into arrays of its own. */
type Compiled = Pick<Engine, 'out' | 'move' | 'broken' | 'called' | 'expand'>;

/** Compiles a cone. Only integers of the cone enter the code: places, values, bounds; no text of any book. */
export function generateEngine(cone: Cone, goal: Goal = 'broken'): Engine {
  const shortcuts = shortcutsOf(cone, goal);
  const { initial, atStart } = interpretCone(cone, goal, shortcuts);
  const layout = layoutOf(cone.machine);
  const moves = movesOf(cone);
  const code = writeEngine(cone, layout, moves, goal, shortcuts);
  return { layout, moves, initial, atStart, ...compiled(code, moves.length, layout.words) };
}

/**
 * The last programs that were made, the newest last. Promises that say the same of different things have cones that differ in names
 * alone: their program is made, and learned by the engine that runs it, once.
 */
const programs = new Map<string, Compiled>();
const MOST_PROGRAMS = 200;

/** The same for the same text: whoever asks for successors reads them before anybody asks for others. */
function compiled(code: string, moves: number, words: number): Compiled {
  const program = programs.get(code) ?? compile(code, moves, words);
  programs.delete(code);
  programs.set(code, program);
  const [oldest] = programs.keys();
  if (programs.size > MOST_PROGRAMS && oldest !== undefined) programs.delete(oldest);
  return program;
}

function compile(code: string, moves: number, words: number): Compiled {
  const out = new Int32Array(words * moves);
  const [move, broken, called] = [0, 0, 0].map(() => new Int32Array(moves)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const expand = new Function('out', 'move', 'broken', 'called', code)(
    out,
    move,
    broken,
    called,
  ) as Engine['expand'];
  return { out, move, broken, called, expand };
}

/** The text of the generated module, for tests that look at it. */
export function writeEngine(
  cone: Cone,
  layout: Layout,
  moves: readonly Move[],
  goal: Goal = 'broken',
  { live, mayReach }: Shortcuts = shortcutsOf(cone, goal),
): string {
  const { machine } = cone;
  const places = initialState(machine).length;
  const bounded = machine.windows.flatMap(({ hi }, index) => (hi === undefined ? [] : [index]));
  const calls = (wanted: (kind: Move['kind']) => boolean) =>
    moves.flatMap(({ kind }, number) => (wanted(kind) ? [`  m${number}(a, o);`] : [])).join('\n');
  return `'use strict';
let ${Array.from({ length: places }, (_, place) => `s${place} = 0`).join(', ')}, n = 0, lost = false;
${machine.windows
  .map(
    (window, index) => `const e${index} = () => ${enabled(cone, window)};
const d${index} = () => ${due(cone, window, index)};`,
  )
  .join('\n')}
${machine.events.map(({ reactions }, index) => (reactions.length === 0 ? '' : `function v${index}() {${effectsCode(cone, reactions)}}`)).join('\n')}
function settle() {
  for (let round = 0; ; round++) {
    if (round > 64) { lost = true; return; }
${machine.consequences.map(({ when, effects }) => `    if (${guardCode(when)}) {${effectsCode(cone, effects)} continue; }`).join('\n')}
    return;
  }
}
function load(a, o) {
${layout.fields.map(({ word, shift, bits, bias }, place) => `  s${place} = ((a[o + ${word}] >>> ${shift}) & ${maskOf(bits)}) - ${bias};`).join('\n')}
}
function add(id) {
${live.map((guard, clock) => restCode(cone, guard, clock)).join('\n')}
  const o = n * ${layout.words};
${wordsCode(layout)}
  move[n] = id;
  broken[n] = ${maskCode(cone, (place) => (goal === 'broken' ? `s${place} === ${PROMISE.violated}` : `s${place} !== ${PROMISE.idle}`))};
  called[n] = ${maskCode(cone, (place) => `s${place} !== ${PROMISE.idle}`)};
  n++;
}
function ticks() {
${machine.clocks.map(({ cap }, clock) => `  if (${at(cone, clock)} >= 0 && ${at(cone, clock)} < ${cap}) ${at(cone, clock)}++;`).join('\n')}
${machine.promises.map(({ variable, clock, bound }) => (clock === undefined ? '' : `  if (s${variable} === ${PROMISE.open} && ${at(cone, clock)} > ${bound}) s${variable} = ${PROMISE.violated};`)).join('\n')}
  settle();
}
let ${['none', ...bounded.map((index) => `x${index}`)].join(' = false, ')} = false;
${moves.map((each, number) => moveCode(cone, each, number)).join('\n')}
return function expand(a, o, failures, wanted) {
  load(a, o);
  n = 0; lost = false;
  if (((${reachableCode(mayReach)}) & wanted) === 0) return 0;
${bounded.map((index) => `  x${index} = d${index}();`).join('\n')}
  if (failures) {
${calls((kind) => kind === 'fail')}
    return lost ? -1 : n;
  }
${calls((kind) => kind !== 'fail')}
  return lost ? -1 : n;
};`;
}

const at = ({ machine }: Cone, clock: number): string => `s${machine.variables.length + clock}`;

/** One function a move: engines do not optimise functions as long as a cone. */
function moveCode(cone: Cone, move: Move, number: number): string {
  const { windows } = cone.machine;
  if (move.kind === 'fire') return `function m${number}(a, o) {${fireCode(cone, move, number)}}`;
  if (move.kind === 'fail') return `function m${number}(a, o) {${failCode(cone, move, number)}}`;
  const anyDue =
    windows.flatMap(({ hi }, index) => (hi === undefined ? [] : [`x${index}`])).join(' || ') || 'false';
  return `function m${number}() { if (!(${anyDue})) { ticks(); add(${number}); } }`;
}

function guardCode(guard: Guard): string {
  switch (guard.op) {
    case 'always':
      return 'true';
    case 'is':
      return `s${guard.variable} === ${guard.value}`;
    case 'atLeast':
      return `s${guard.variable} >= ${guard.value}`;
    case 'not':
      return `!(${guardCode(guard.guard)})`;
    case 'all':
      return guard.guards.length === 0
        ? 'true'
        : guard.guards.map((part) => `(${guardCode(part)})`).join(' && ');
    case 'any':
      return guard.guards.length === 0
        ? 'false'
        : guard.guards.map((part) => `(${guardCode(part)})`).join(' || ');
  }
}

function effectsCode(cone: Cone, effects: readonly Effect[]): string {
  return effects.map((effect) => effectCode(cone, effect)).join(' ');
}

function effectCode(cone: Cone, effect: Effect): string {
  switch (effect.op) {
    case 'set':
      return `s${effect.variable} = ${effect.to};`;
    case 'add':
      return `s${effect.variable} = Math.max(0, Math.min(${(cone.machine.variables[effect.variable]?.size ?? 1) - 1}, s${effect.variable} + ${effect.by}));`;
    case 'start':
      return effect.restart
        ? `${at(cone, effect.clock)} = 0;`
        : `if (${at(cone, effect.clock)} < 0) ${at(cone, effect.clock)} = 0;`;
    case 'stop':
      return `${at(cone, effect.clock)} = -1;`;
    case 'emit':
      return (cone.machine.events[effect.event]?.reactions ?? []).length === 0 ? '' : `v${effect.event}();`;
    case 'if':
      return `if (${guardCode(effect.when)}) {${effectsCode(cone, effect.effects)}}`;
  }
}

function enabled(cone: Cone, { when, clock, lo }: Window): string {
  return clock === undefined ? guardCode(when) : `(${guardCode(when)}) && ${at(cone, clock)} >= ${lo}`;
}

function due(cone: Cone, { clock, hi, owner, answered }: Window, index: number): string {
  if (hi === undefined) return 'false';
  const bound = clock === undefined ? 'true' : `${at(cone, clock)} >= ${hi}`;
  const binds =
    owner.kind === 'person'
      ? `s${owner.failed} === 0`
      : owner.kind === 'group'
        ? `${owner.seats} - s${owner.failed} - ${answered === undefined ? 0 : `s${answered}`} > 0`
        : 'true';
  return `${binds} && ${bound} && e${index}()`;
}

const restCode = (cone: Cone, live: Guard, clock: number): string =>
  live.op === 'always'
    ? ''
    : `  if (${at(cone, clock)} >= 0 && !(${guardCode(live)})) ${at(cone, clock)} = -1;`;

function wordsCode({ words, fields }: Layout): string {
  return Array.from({ length: words }, (_, word) => {
    const parts = fields.flatMap((field, place) =>
      field.word === word ? [`((s${place}${field.bias ? ' + 1' : ''}) << ${field.shift})`] : [],
    );
    return `  out[o + ${word}] = ${parts.join(' | ') || '0'};`;
  }).join('\n');
}

const maskCode = ({ machine, targets }: Cone, test: (place: number) => string): string =>
  targets
    .map((target, bit) => `(${test(machine.promises[target]?.variable as number)} ? ${1 << bit} : 0)`)
    .join(' | ');

const reachableCode = (mayReach: readonly Guard[]): string =>
  mayReach.map((guard, bit) => `((${guardCode(guard)}) ? ${1 << bit} : 0)`).join(' | ');

function fireCode(
  cone: Cone,
  { window, alternative }: Extract<Move, { kind: 'fire' }>,
  number: number,
): string {
  const { windows } = cone.machine;
  const timer = windows[window] as Window;
  const effects = timer.alternatives[alternative]?.effects ?? [];
  const human = windows.flatMap((duty, index) =>
    duty.hi !== undefined && 'failed' in duty.owner && isTie(cone, timer, duty) ? [index] : [],
  );
  // D5: a timer never cancels a duty that falls due at the same instant.
  const cancels =
    timer.owner.kind === 'machine' && human.length > 0
      ? human.map((index) => `x${index} && !d${index}()`).join(' || ')
      : 'false';
  const store = cancels === 'false' ? `add(${number});` : `if (!(${cancels})) add(${number});`;
  return `  if (e${window}()) { ${effectsCode(cone, effects)} settle(); ${store} load(a, o); }`;
}

function failCode(cone: Cone, { owner, restless }: Extract<Move, { kind: 'fail' }>, number: number): string {
  const duties = cone.machine.windows.flatMap((window, index) =>
    window.hi !== undefined && 'failed' in window.owner && window.owner.failed === owner.failed
      ? [`x${index}`]
      : [],
  );
  const free = restless ? [`s${owner.failed} < ${seatsOf(owner)}`] : [];
  return `    if (${[...duties, ...free].join(' || ')}) { s${owner.failed}++; settle(); add(${number}); load(a, o); }`;
}
