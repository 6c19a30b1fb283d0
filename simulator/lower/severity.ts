import type { Entity } from '../../model/book.ts';
import { parseSeconds } from '../../model/duration.ts';
import type { RunbookDocument } from '../../model/generated/types.ts';
import { under } from '../../model/position.ts';
import { all, type Guard, not } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import { lowerAct } from './act.ts';
import { when } from './builder.ts';
import { openRunbook } from './opening.ts';
import { holdersOf, titleOf } from './people.ts';
import { promiseOf } from './promise.ts';
import { raiseTo } from './raise.ts';
import { conditionHolds, isDeclared, rankOf, type Scene, setFacts } from './scene.ts';

/** Declares an incident at a level and opens its runbook; one that is declared already is raised, and opens it too. */
export function declare(scene: Scene, given: string, runbook: string | undefined): Effect[] {
  const { b } = scene;
  const level = atLeastAlways(scene, given, runbook);
  const opens = runbook === undefined ? [] : openRunbook(scene, runbook);
  return [
    when(
      b.is('severity', 0),
      b.set('severity', rankOf(scene.book, level)),
      b.emit('declared', { kind: 'declared', text: 'incident declared' }),
      ...opens,
      b.emit(`level.${level}`, { kind: 'level', subject: level, text: `severity is ${level}` }),
    ),
    raiseTo(scene, level),
    ...opens,
  ];
}

/** A procedure that is always of one level is never declared below it. */
function atLeastAlways({ book }: Scene, level: string, runbook: string | undefined): string {
  const always = runbook === undefined ? undefined : book.runbooks.get(runbook)?.severity?.always;
  return always !== undefined && rankOf(book, always) > rankOf(book, level) ? always : level;
}

/** The level that the runbook itself gives: always one, or the first of its decisions that holds. */
export function declareByRunbook(scene: Scene, runbook: Entity<RunbookDocument>, alerted: string): Effect[] {
  const rule = runbook.severity;
  if (rule?.always !== undefined) return declare(scene, rule.always, runbook.id);
  if (!rule?.decide) return declare(scene, alerted, runbook.id);
  const conditions = rule.decide.map(({ if: condition }) => conditionHolds(scene, condition));
  const noneOf = (guards: readonly Guard[]): Guard => all(...guards.map(not));
  return [
    ...rule.decide.map(({ is }, index) =>
      when(
        all(conditions[index] as Guard, noneOf(conditions.slice(0, index))),
        ...declare(scene, is, runbook.id),
      ),
    ),
    when(noneOf(conditions), ...declare(scene, rule.otherwise ?? alerted, runbook.id)),
  ];
}

/** Timers and conditions that raise, the response SLA of each level, and the confirmation of a provisional declaration. */
export function lowerSeverity(scene: Scene): void {
  lowerRaises(scene);
  lowerResponses(scene);
  lowerConfirmation(scene);
}

function lowerRaises(scene: Scene): void {
  const { b, book } = scene;
  for (const [index, raise] of book.raises.entries()) {
    if (raise.runbook !== undefined && !scene.runbooks.some(({ id }) => id === raise.runbook)) continue;
    const applies = all(
      raise.level === undefined ? all() : b.is('severity', rankOf(book, raise.level)),
      raise.runbook === undefined ? all() : b.is(`open/${raise.runbook}`),
      isDeclared(scene),
      not(b.atLeast('severity', rankOf(book, raise.to))),
      raise.while === 'unresolved' ? b.is('resolved', 0) : all(),
      conditionHolds(scene, raise.if),
    );
    const raised = [raiseTo(scene, raise.to), ...setFacts(scene, raise.sets)];
    if (raise.after === undefined) {
      // No fact of a closed incident changes any more; to say so here spares a proof to find it out.
      b.consequence(
        { name: `raise/${index + 1}/${raise.to}`, at: raise.at },
        all(applies, b.isnt('closed')),
        ...raised,
      );
      continue;
    }
    const seconds = parseSeconds(raise.after);
    b.window({
      site: `raise/${index + 1}/${raise.to}`,
      doing: 'timer',
      owner: { kind: 'machine' },
      when: applies,
      clock: raiseClock(scene, raise.from ?? 'declared', raise.level, raise.runbook),
      lo: seconds,
      hi: seconds,
      alternatives: [{ name: 'raise', effects: raised }],
      at: under(raise.at, 'after'),
      text: `unresolved for ${raise.after}`,
    });
  }
}

/** `level` restarts at each entry into the rule's own level; every other anchor starts once. */
function raiseClock(
  { b, book }: Scene,
  from: string,
  level: string | undefined,
  runbook: string | undefined,
): number {
  if (from === 'level') {
    const levels = level === undefined ? [...book.severities.keys()] : [level];
    const clock = `level/${level ?? 'any'}`;
    for (const each of levels) b.on(`level.${each}`, b.start(clock));
    return b.clock(clock);
  }
  const event = from === 'opened' && runbook !== undefined ? `opened.${runbook}` : from;
  b.on(event, b.startOnce(`since/${event}`));
  return b.clock(`since/${event}`);
}

function lowerResponses(scene: Scene): void {
  const { b, book } = scene;
  for (const [level, { response, at }] of book.severities) {
    if (!response) continue;
    promiseOf(scene, response, {
      name: `respond/${level}`,
      from: [response.from === 'level' ? `level.${level}` : response.from],
      if: all(b.is('severity', rankOf(book, level)), b.is('answered', 0)),
      expects: ['first-response'],
      text: `somebody responds within ${response.by} at ${level}`,
      at: under(at, 'response'),
    });
  }
  for (const role of book.roles.keys())
    b.on(
      `acknowledged.${role}`,
      when(
        b.is('answered', 0),
        b.set('answered'),
        b.emit('first-response', { kind: 'first-response', text: 'first response' }),
      ),
    );
}

function lowerConfirmation(scene: Scene): void {
  const { b, book } = scene;
  const declaration = book.declaration;
  if (!declaration) return;
  const { confirm } = declaration;
  const at = under(declaration.at, 'confirm');
  const confirmed = () => [
    b.set('provisional', 0),
    b.emit('confirmed', { kind: 'confirmed', text: 'confirms the declaration' }),
  ];
  lowerAct(scene, {
    name: 'confirm',
    by: holdersOf(scene, confirm.by),
    possible: b.is('provisional'),
    answers: confirm.answers,
    ways: [{ name: 'confirms', effects: confirmed }],
    text: 'confirms the declaration',
    at,
  });
  promiseOf(scene, confirm.within, {
    name: 'confirm',
    if: b.is('provisional'),
    expects: ['confirmed'],
    text: `${titleOf(book, confirm.by)} confirms the declaration within ${confirm.within.by}`,
    at: under(at, 'within'),
  });
  if (confirm.unconfirmed === 'lapses') lowerLapse(scene, parseSeconds(confirm.within.by));
}

function lowerLapse({ b, book }: Scene, seconds: number): void {
  b.on('declared', b.startOnce('since/declared'));
  b.window({
    site: 'timer/lapse',
    doing: 'timer',
    owner: { kind: 'machine' },
    when: b.is('provisional'),
    clock: b.clock('since/declared'),
    lo: seconds,
    hi: seconds,
    alternatives: [
      {
        name: 'lapses',
        effects: [b.set('closed'), b.emit('closed', { kind: 'closed', text: 'declaration lapses' })],
      },
    ],
    at: under(book.declaration?.at ?? book.manifest.at, 'confirm', 'unconfirmed'),
    text: 'nobody confirmed the declaration',
  });
}

/** Somebody declares by hand: provisionally, unless he is the one who confirms. */
export function lowerDeclarations(scene: Scene): void {
  const { b, book, runbooks } = scene;
  const declaration = book.declaration;
  const root = runbooks[0]?.id;
  for (const level of book.severities.keys()) {
    const provisional = (role: string) =>
      declaration?.levels.includes(level) && role !== declaration.confirm.by
        ? [
            b.set('provisional'),
            b.emit('declared.provisional', { kind: 'fact', text: 'the declaration is provisional' }),
          ]
        : [];
    b.window({
      site: `declare/${level}`,
      doing: 'nature',
      owner: { kind: 'nature' },
      when: b.is('severity', 0),
      hi: undefined,
      alternatives: [...book.roles.keys()].map((role) => ({
        name: role,
        effects: [...provisional(role), ...declare(scene, level, root)],
      })),
      at: declaration?.at,
      text: `declares ${level} by hand`,
    });
  }
}
