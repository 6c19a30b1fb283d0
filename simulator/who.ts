import type { Book, Entity } from '../model/book.ts';
import { type Instant, isBusinessHour, nextBusinessOpening, parseInstant } from '../model/calendar.ts';
import { parseSeconds, parseSpan } from '../model/duration.ts';
import type { Rotation, RoutingPolicy, Service } from '../model/generated/types.ts';
import { type PageList, type PagePath, pageListAt, pagePathFor } from './page-plan.ts';

/** What is asked: at which level, for which service, when. */
export interface Question {
  readonly severity: string;
  readonly service: string | undefined;
  readonly at: Instant;
}

/** Who is paged, on what, when, and who then if nobody answers. Derived from the book alone. */
export interface PagePlan {
  readonly severity: string;
  readonly at: Instant;
  readonly businessHours: boolean;
  /** Seconds until the pages go out: a policy may hold them back until business hours open. */
  readonly heldBack: number;
  readonly policies: readonly Entity<RoutingPolicy>[];
  readonly service: ServiceCover | undefined;
  readonly roles: readonly RolePlan[];
  readonly groups: PageList['groups'];
  /** Roles of the list that nobody holds yet, with who gives them. */
  readonly unassigned: readonly { readonly role: string; readonly by: string }[];
}

/** Which policy and rotation a service has, and whether that policy is the one of the severity asked for. */
export interface ServiceCover {
  readonly service: Entity<Service>;
  readonly policy: Entity<RoutingPolicy> | undefined;
  readonly rotation: Entity<Rotation> | undefined;
  readonly inHours: boolean;
  /** The person whose turn it is, where the book holds a roster. */
  readonly onDuty: string | undefined;
}

export interface RolePlan {
  readonly role: string;
  readonly path: PagePath;
  readonly calls: readonly Call[];
}

/** One thing that happens while nobody answers, in order of time. */
export interface Call {
  /** Seconds from the page. */
  readonly after: number;
  readonly what: 'page' | 'again' | 'acknowledge-by' | 'takes-command' | 'nobody-left';
  readonly people: readonly string[];
  readonly methods: readonly string[];
  /** takes-command: the latest pace at which it happens, in seconds from the page. */
  readonly until?: number;
}

export function whoIsPaged(book: Book, { severity, service, at }: Question): PagePlan {
  const policies = [...book.policies.values()].filter((policy) => policy.severity === severity);
  const list = pageListAt(book, severity);
  const held = policies.some((policy) => policy.when === 'next-business-day');
  const { calendar } = book.manifest;
  return {
    severity,
    at,
    businessHours: isBusinessHour(at, calendar),
    heldBack: held ? nextBusinessOpening(at, calendar) - at : 0,
    policies,
    service: service === undefined ? undefined : coverOf(book, service, at),
    roles: list.roles.flatMap((role) => rolePlan(book, role, severity) ?? []),
    groups: list.groups,
    unassigned: list.roles.flatMap((role) => {
      const designated = book.roles.get(role)?.designated;
      return designated ? [{ role, by: designated.by }] : [];
    }),
  };
}

function coverOf(book: Book, id: string, at: Instant): ServiceCover | undefined {
  const service = book.services.get(id);
  if (!service) return undefined;
  const rotation = service.rotation === undefined ? undefined : book.rotations.get(service.rotation);
  const inHours = rotation?.hours !== 'business-hours' || isBusinessHour(at, book.manifest.calendar);
  return {
    service,
    policy: service.policy === undefined ? undefined : book.policies.get(service.policy),
    rotation,
    inHours,
    onDuty: rotation && inHours ? turnOf(rotation, at) : undefined,
  };
}

/** Whose turn it is: turns follow the roster from its first handover on. */
function turnOf({ roster, starts, handover }: Rotation, at: Instant): string | undefined {
  if (!roster || starts === undefined) return undefined;
  const length = handover === 'daily' ? 86_400 : 7 * 86_400;
  const turn = Math.floor((at - parseInstant(starts)) / length);
  return turn < 0 ? undefined : roster[turn % roster.length];
}

function rolePlan(book: Book, role: string, severity: string): RolePlan | undefined {
  const path = pagePathFor(book, role, severity);
  return (
    path && {
      role,
      path,
      calls: [...levelCalls(path), ...takeoverCalls(book, path)].sort((a, b) => a.after - b.after),
    }
  );
}

/** The levels of a path as they follow each other in silence; a loop is told once. */
function levelCalls({ levels, loops }: PagePath): Call[] {
  const calls: Call[] = [];
  let after = 0;
  for (const level of levels) {
    const { people, methods } = level;
    calls.push({ after, what: 'page', people, methods });
    if (level.ackWithin !== undefined)
      calls.push({
        after: after + parseSeconds(level.ackWithin),
        what: 'acknowledge-by',
        people,
        methods: [],
      });
    if (level.timeout === undefined) return calls;
    after += parseSeconds(level.timeout);
  }
  const first = levels[0];
  const end: Call = loops
    ? { after, what: 'again', people: first?.people ?? [], methods: first?.methods ?? [] }
    : { after, what: 'nobody-left', people: [], methods: [] };
  return [...calls, end];
}

function takeoverCalls(book: Book, { takeover }: PagePath): Call[] {
  if (!takeover) return [];
  const after = parseSeconds(takeover.after);
  const { hi } = parseSpan(takeover.answers ?? book.manifest.pace.act);
  const methods = [...book.contacts.values()].find(({ primary }) => primary === takeover.by)?.methods ?? [];
  return [{ after, what: 'takes-command', people: [takeover.by], methods, until: after + hi }];
}
