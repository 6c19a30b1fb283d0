import type { Book, Entity } from '../../model/book.ts';
import type { RunbookDocument } from '../../model/generated/types.ts';
import type { Machine } from '../kernel/machine.ts';
import { lowerAuthority } from './authority.ts';
import { machineBuilder } from './builder.ts';
import { lowerClosing, lowerReview } from './closing.ts';
import { lowerControls } from './controls.ts';
import { lowerInvariant } from './invariants/invariant.ts';
import { decidedMessages, lowerMessages } from './messages.ts';
import { lowerOpeningByHand } from './opening-by-hand.ts';
import { lowerPages } from './pages.ts';
import { lowerResolution, lowerRunbook } from './runbook.ts';
import type { Scene } from './scene.ts';
import { lowerDeclarations, lowerSeverity } from './severity.ts';
import { lowerNote, lowerSignals, lowerWorld } from './signals.ts';
import { lowerPending } from './timelock.ts';
import { lowerCadence, lowerDesignations, lowerWarRoom } from './war-room.ts';

/** What a machine is built for. */
export interface IncidentOptions {
  /** The runbook of the incident. */
  readonly runbook: string;
  /** Others that an alert may open beside it. */
  readonly also?: readonly string[];
  /** Facts that hold before anything happens. */
  readonly facts?: readonly string[];
  /** Capabilities that are lost before anything happens. */
  readonly lost?: readonly string[];
  /** What a facilitator says, each a move of nature that only shows on the trace. */
  readonly notes?: readonly string[];
  /** Seconds per grain; absent: the largest that divides every constant. */
  readonly grain?: number;
}

/** Lowers one incident of a book to the machine that replay, simulation and proof all run. */
export function lowerIncident(book: Book, options: IncidentOptions): Machine {
  const scene: Scene = {
    book,
    runbooks: runbooksInPlay(book, [options.runbook, ...(options.also ?? [])]),
    b: machineBuilder(),
    closingWaitsFor: [],
  };
  const { b } = scene;
  for (const name of ['severity', 'resolved', 'closed', 'command']) b.variable(name);
  for (const fact of options.facts ?? []) b.variable(`fact/${fact}`, 2, 1);
  for (const capability of options.lost ?? []) b.variable(`lost/${capability}`, 2, 1);
  (options.notes ?? []).forEach((note, index) => {
    lowerNote(scene, note, index);
  });
  lowerSignals(scene);
  lowerWorld(scene);
  lowerControls(scene);
  lowerDeclarations(scene);
  lowerSeverity(scene);
  lowerPages(scene);
  lowerWarRoom(scene);
  lowerDesignations(scene);
  lowerOpeningByHand(scene);
  for (const runbook of scene.runbooks) lowerRunbook(scene, runbook);
  lowerResolution(scene);
  const { named, pending } = authoritiesInPlay(scene);
  for (const authority of [...named, ...pending]) lowerAuthority(scene, authority);
  for (const authority of pending) lowerPending(scene, authority);
  lowerCadence(scene);
  lowerMessages(scene);
  lowerReview(scene);
  for (const invariant of book.invariants.values()) lowerInvariant(scene, invariant);
  lowerClosing(scene);
  return b.build(options.grain);
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

/** Named: by a step, by a message somebody may decide on, or as the override of one that is. Pending: on its way already, and one of the named may cancel it. */
function authoritiesInPlay(scene: Scene) {
  const { book, runbooks } = scene;
  const find = (ids: readonly (string | undefined)[]) =>
    [...new Set(ids)].flatMap((id) => (id === undefined ? [] : (book.authorities.get(id) ?? [])));
  const steps = runbooks.flatMap((runbook) => runbook.phases.flatMap((phase) => phase.steps));
  const used = find([...steps, ...decidedMessages(scene)].map(({ authority }) => authority));
  const overrides = find(used.map(({ timelock }) => timelock?.override));
  const pending = find(used.map(({ cancels }) => cancels)).filter((each) => !used.includes(each));
  return { named: [...new Set([...used, ...overrides])], pending };
}
