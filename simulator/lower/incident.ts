import type { Book, Entity } from '../../model/book.ts';
import type { RunbookDocument } from '../../model/generated/types.ts';
import type { Machine } from '../kernel/machine.ts';
import { lowerAuthorities } from './authorities.ts';
import { type Beginning, beginWith } from './beginning.ts';
import type { Builder } from './builder.ts';
import { lowerClosing, lowerReview } from './closing.ts';
import { lowerControls } from './controls.ts';
import { lowerAcross } from './invariants/across.ts';
import { lowerInvariant } from './invariants/invariant.ts';
import { lowerMessages } from './messages.ts';
import { lowerOpeningByHand } from './opening-by-hand.ts';
import { lowerPages } from './pages.ts';
import { lowerPriority } from './priority.ts';
import { lowerResolution, lowerRunbook } from './runbook.ts';
import type { Scene } from './scene.ts';
import { scopesFor } from './scopes.ts';
import { lowerDeclarations, lowerSeverity } from './severity.ts';
import { isShared } from './signal-home.ts';
import { lowerSignals } from './signals.ts';
import { lowerCadence, lowerDesignations, lowerWarRoom } from './war-room.ts';
import { lowerCapabilities, lowerFacts } from './world.ts';

/** One incident of a machine. */
export interface IncidentSeed {
  /** What its names begin with; undefined: the machine has no other incident. */
  readonly id: string | undefined;
  /** The runbook of the incident. */
  readonly runbook: string;
  /** Others that an alert may open beside it. */
  readonly also?: readonly string[] | undefined;
  /** Facts that hold for it before anything happens. */
  readonly facts?: readonly string[] | undefined;
}

/** What is so for the whole machine. */
export interface WorldOptions extends Beginning {
  /** Seconds per grain; absent: the largest that divides every constant. */
  readonly grain?: number;
}

/** What a machine of one incident is built for. */
export type IncidentOptions = WorldOptions & Omit<IncidentSeed, 'id'>;

/** Lowers one incident of a book to the machine that replay, simulation and proof all run. */
export const lowerIncident = (book: Book, { runbook, also, ...world }: IncidentOptions): Machine =>
  lowerIncidents(book, [{ id: undefined, runbook, also }], world);

/**
 * Several incidents at once: each has the whole machine of one for itself, except for what scopesFor lists; so a person has one
 * pair of hands for all of them.
 */
export function lowerIncidents(
  book: Book,
  seeds: readonly IncidentSeed[],
  options: WorldOptions = {},
): Machine {
  const inPlay = seeds.map(({ runbook, also }) => {
    const roots = [runbook, ...(also ?? [])];
    return { roots, runbooks: runbooksInPlay(book, roots) };
  });
  const shared = [...book.monitors.values()].filter((monitor) => isShared(inPlay, monitor));
  const scopes = scopesFor(
    seeds.map(({ id }) => id),
    shared.map(({ id }) => id),
  );
  const incidents: Scene[] = [];
  let tasksBefore = 0;
  for (const [index, { id }] of seeds.entries()) {
    const { roots, runbooks } = inPlay[index] as (typeof inPlay)[number];
    const b = scopes.of(id);
    incidents.push({
      book,
      incidents,
      tasksBefore,
      roots,
      runbooks,
      b,
      closingWaitsFor: [],
      waitingFor: new Map(),
    });
    tasksBefore += runbooks.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps)).length;
  }
  lowerBeginning(incidents, scopes.world);
  for (const scene of incidents) lowerOne(scene);
  for (const scene of incidents) lowerPriority(scene);
  for (const invariant of book.invariants.values()) lowerAcross(incidents, scopes.world, invariant);
  return beginWith(scopes.world.build(options.grain), seeds, options);
}

/** What nature and machines watching it may do. */
function lowerBeginning(scenes: readonly Scene[], world: Builder): void {
  for (const { b } of scenes)
    for (const name of ['severity', 'resolved', 'closed', 'command']) b.variable(name);
  const [first] = scenes;
  if (!first) return;
  lowerSignals(scenes, world, first.book);
  for (const scene of scenes) lowerFacts(scene);
  lowerCapabilities(first, world);
}

/** Everything that an incident has for itself. */
function lowerOne(scene: Scene): void {
  const { book } = scene;
  lowerControls(scene);
  lowerDeclarations(scene);
  lowerSeverity(scene);
  lowerPages(scene);
  lowerWarRoom(scene);
  lowerDesignations(scene);
  lowerOpeningByHand(scene);
  for (const runbook of scene.runbooks) lowerRunbook(scene, runbook);
  lowerResolution(scene);
  lowerAuthorities(scene);
  lowerCadence(scene);
  lowerMessages(scene);
  lowerReview(scene);
  for (const invariant of book.invariants.values()) lowerInvariant(scene, invariant);
  lowerClosing(scene);
}

/** The runbooks and all that they can jump to or open beside them. */
function runbooksInPlay(book: Book, roots: readonly string[]): Entity<RunbookDocument>[] {
  const found = new Map<string, Entity<RunbookDocument>>();
  const visit = (id: string): void => {
    const runbook = book.runbooks.get(id);
    if (!runbook || found.has(id)) return;
    found.set(id, runbook);
    for (const next of leadsTo(runbook)) visit(next);
  };
  for (const root of roots) visit(root);
  return [...found.values()];
}

function leadsTo(runbook: RunbookDocument): string[] {
  const steps = runbook.phases.flatMap((phase) => phase.steps);
  const endings = steps.flatMap((step) => [step, ...Object.values(step.outcomes ?? {})]);
  const causes = Object.values(runbook.causes?.values ?? {});
  return [
    ...[...endings, ...causes].flatMap(({ jump }) => (jump === undefined ? [] : [jump])),
    ...endings.flatMap(({ opens }) => opens ?? []),
  ];
}
