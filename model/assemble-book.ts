import type { BookTables, Entity, Statement, Table } from './book.ts';
import type { DocumentName, Documents } from './generated/types.ts';
import type { Path } from './position.ts';

/** A document that fits its schema. */
export interface ValidDocument<K extends DocumentName = DocumentName> {
  readonly file: string;
  readonly kind: K;
  readonly value: Documents[K];
}

/** Puts the documents of one book together; the first of a thing that stands twice wins, the linker reports it. */
export function assembleTables(documents: readonly ValidDocument[]): BookTables {
  const of = documentsByKind(documents);
  return {
    ...incident(of),
    ...people(of),
    ...detection(of),
    ...communication(of),
    ...procedures(of),
    ...surroundings(of),
  };
}

type DocumentsOf = <K extends DocumentName>(kind: K) => readonly ValidDocument<K>[];

function documentsByKind(documents: readonly ValidDocument[]): DocumentsOf {
  return <K extends DocumentName>(kind: K) =>
    documents.filter((document): document is ValidDocument<K> => document.kind === kind);
}

function incident(of: DocumentsOf) {
  const severities = of('severities');
  const command = of('command');
  return {
    severities: table(severities, 'levels'),
    declaration: single(severities, 'declare'),
    triage: list(severities, 'triage'),
    raises: list(severities, 'raise'),
    involvements: list(severities, 'involve'),
    commander: command[0]?.value.commander,
    warRoom: single(command, 'war_room'),
    cadence: single(command, 'cadence'),
    authorities: table(of('authorities'), 'authorities'),
  };
}

function people(of: DocumentsOf) {
  const roles = of('roles');
  const services = of('services');
  return {
    people: table(roles, 'people'),
    roles: table(roles, 'roles'),
    teams: table(roles, 'teams'),
    contacts: table(roles, 'contacts'),
    groups: table(of('groups'), 'groups'),
    paths: table(of('escalation'), 'paths'),
    services: table(services, 'services'),
    rotations: table(services, 'rotations'),
  };
}

function detection(of: DocumentsOf) {
  const routing = of('routing');
  return {
    monitors: table(of('monitors'), 'monitors'),
    controls: table(of('monitors'), 'controls'),
    codes: table(of('codes'), 'codes'),
    contracts: table(of('registry'), 'contracts'),
    codePrecedence: of('codes').flatMap(({ value }) => value.precedence ?? []),
    policies: table(routing, 'policies'),
    reporting: table(routing, 'reporting'),
  };
}

function communication(of: DocumentsOf) {
  const documents = of('communications');
  return {
    channels: table(documents, 'channels'),
    audiences: table(documents, 'audiences'),
    messages: table(documents, 'messages'),
    communicationRules: table(documents, 'rules'),
    statusPage: single(documents, 'status_page'),
  };
}

function procedures(of: DocumentsOf) {
  const review = of('review');
  const exercises = of('exercises');
  return {
    runbooks: whole(of('runbook')),
    scenarios: whole(of('scenario')),
    milestones: table(review, 'milestones'),
    writeUp: list(review, 'write_up'),
    principles: list(review, 'principles'),
    invariants: identified(of('invariants'), 'invariants'),
    exercises: table(exercises, 'exercises'),
    exerciseFormat: single(exercises, 'format'),
  };
}

function surroundings(of: DocumentsOf) {
  const manifests = of('book');
  const external = of('documents');
  return {
    keys: table(of('keys'), 'keys'),
    documents: table(external, 'documents'),
    waivers: list(of('waivers'), 'waivers'),
    tolerances: list(of('tolerances'), 'tolerances'),
    glossary: new Map(external.flatMap(({ value }) => Object.entries(value.glossary ?? {}))),
    facts: table(manifests, 'facts'),
    capabilities: table(manifests, 'capabilities'),
    parameters: table(manifests, 'parameters'),
  };
}

const statement = <T extends object>(file: string, path: Path, value: T): Statement<T> =>
  Object.freeze({ ...value, at: { file, path } });

const entity = <T extends object>(id: string, file: string, path: Path, value: T): Entity<T> =>
  Object.freeze({ ...value, id, at: { file, path } });

type Inner<D, P extends keyof D> = NonNullable<D[P]>;
type ValueOf<D, P extends keyof D> = Inner<D, P> extends { [k: string]: infer T } ? T : never;
type ItemOf<D, P extends keyof D> = Inner<D, P> extends readonly (infer T)[] ? T : never;
type Given<D> = readonly { readonly file: string; readonly value: D }[];

/** The entries of a mapping that is a property of every document given. */
function table<D, P extends keyof D & string>(
  documents: Given<D>,
  property: P,
): Table<ValueOf<D, P> & object> {
  const entries = new Map<string, Entity<ValueOf<D, P> & object>>();
  for (const { file, value } of documents)
    for (const [id, inner] of Object.entries(value[property] ?? {}))
      if (!entries.has(id))
        entries.set(id, entity(id, file, [property, id], inner as ValueOf<D, P> & object));
  return entries;
}

function list<D, P extends keyof D & string>(
  documents: Given<D>,
  property: P,
): Statement<ItemOf<D, P> & object>[] {
  return documents.flatMap(({ file, value }) =>
    ((value[property] ?? []) as (ItemOf<D, P> & object)[]).map((item, index) =>
      statement(file, [property, index], item),
    ),
  );
}

function identified<D, P extends keyof D & string>(
  documents: Given<D>,
  property: P,
): Table<ItemOf<D, P> & { id: string }> {
  const items = list(documents, property) as Statement<ItemOf<D, P> & { id: string }>[];
  return new Map(items.map((item) => [item.id, item as Entity<ItemOf<D, P> & { id: string }>]));
}

function whole<D extends { id: string }>(documents: Given<D>): Table<D> {
  return new Map(documents.map(({ file, value }) => [value.id, entity(value.id, file, [], value)]));
}

function single<D, P extends keyof D & string>(
  documents: Given<D>,
  property: P,
): Statement<Inner<D, P> & object> | undefined {
  const first = documents.find(({ value }) => value[property] !== undefined);
  return first && statement(first.file, [property], first.value[property] as Inner<D, P> & object);
}
