import type {
  Audience,
  Authority,
  BookDocument,
  Cadence,
  Capability,
  Channel,
  CodeContract,
  CommunicationRule,
  Contact,
  Control,
  Declaration,
  ErrorCode,
  EscalationPath,
  ExerciseFormat,
  ExternalDocument,
  Group,
  Invariant,
  Involvement,
  Key,
  Message,
  Milestone,
  Monitor,
  Parameter,
  Person,
  RaiseRule,
  RecordedTolerances,
  ReportingChannel,
  ReviewPrinciple,
  Role,
  Rotation,
  RoutingPolicy,
  RunbookDocument,
  ScenarioDocument,
  ScheduledExercise,
  Service,
  SeverityLevel,
  StatusPageTemplate,
  Team,
  TriageQuestion,
  Waiver,
  WarRoom,
  WorldFact,
  WriteUpSection,
} from './generated/types.ts';
import type { At, Path, Position } from './position.ts';

/** A node of the book: what the YAML says, its id, and where it stands. */
export type Entity<T> = T & { readonly id: string; readonly at: At };

/** A statement without an id of its own, such as one raise rule of a list. */
export type Statement<T> = T & { readonly at: At };

/** Entities in the order in which the files (by path) and their keys give them. */
export type Table<T> = ReadonlyMap<string, Entity<T>>;

/** An event, and where it is named. */
export interface NamedEvent {
  readonly event: string;
  readonly at: At;
}

/**
 * All procedures of one organisation, linked and immutable. Several files of one kind add up to one table. References are
 * ids: the loader has checked that each one is found in the table that its schema names.
 */
export interface Book {
  readonly id: string;
  readonly manifest: Statement<BookDocument>;
  /** Most severe level first. */
  readonly severities: Table<SeverityLevel>;
  readonly declaration: Statement<Declaration> | undefined;
  readonly triage: readonly Statement<TriageQuestion>[];
  readonly raises: readonly Statement<RaiseRule>[];
  readonly involvements: readonly Statement<Involvement>[];
  readonly people: Table<Person>;
  readonly roles: Table<Role>;
  readonly teams: Table<Team>;
  /** By role. */
  readonly contacts: Table<Contact>;
  readonly groups: Table<Group>;
  /** The role that commands. */
  readonly commander: string | undefined;
  readonly warRoom: Statement<WarRoom> | undefined;
  readonly cadence: Statement<Cadence> | undefined;
  readonly paths: Table<EscalationPath>;
  readonly policies: Table<RoutingPolicy>;
  readonly reporting: Table<ReportingChannel>;
  readonly services: Table<Service>;
  readonly rotations: Table<Rotation>;
  readonly authorities: Table<Authority>;
  readonly monitors: Table<Monitor>;
  readonly controls: Table<Control>;
  readonly channels: Table<Channel>;
  readonly audiences: Table<Audience>;
  readonly messages: Table<Message>;
  readonly communicationRules: Table<CommunicationRule>;
  readonly statusPage: Statement<StatusPageTemplate> | undefined;
  readonly codes: Table<ErrorCode>;
  /** Contracts of return codes, from the code registry. */
  readonly contracts: Table<CodeContract>;
  /** Which of several codes is given, first one first; codes that are not listed have no rank. */
  readonly codePrecedence: readonly number[];
  readonly runbooks: Table<RunbookDocument>;
  readonly milestones: Table<Milestone>;
  readonly writeUp: readonly Statement<WriteUpSection>[];
  readonly principles: readonly Statement<ReviewPrinciple>[];
  readonly invariants: Table<Invariant>;
  readonly scenarios: Table<ScenarioDocument>;
  readonly keys: Table<Key>;
  readonly documents: Table<ExternalDocument>;
  readonly glossary: ReadonlyMap<string, string>;
  readonly exercises: Table<ScheduledExercise>;
  readonly exerciseFormat: Statement<ExerciseFormat> | undefined;
  /** Findings that the team lives with for now. */
  readonly waivers: readonly Statement<Waiver>[];
  /** What promises were proved to survive, one runbook a statement. */
  readonly tolerances: readonly Statement<RecordedTolerances>[];
  readonly facts: Table<WorldFact>;
  readonly capabilities: Table<Capability>;
  readonly parameters: Table<Parameter>;
  /** Every fact that something in the book can make true: the world, a monitor, a control, a runbook, a step, an authority. */
  readonly factNames: ReadonlySet<string>;
  /** Events that something in the book names though nothing in it makes them happen. */
  readonly idleEvents: readonly NamedEvent[];
  /** Line and column of a node; falls back to the nearest parent that has one. */
  position(at: At): Position;
  /** The path of a node with list items called by their id, where they have one: it stays while items come and go. */
  namedPath(at: At): Path;
}

/** What the documents of a book say one by one. */
export type BookTables = Omit<
  Book,
  'id' | 'manifest' | 'factNames' | 'idleEvents' | 'position' | 'namedPath'
>;
