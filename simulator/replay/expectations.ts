import type { Entity } from '../../model/book.ts';
import { parseSeconds, writeSeconds } from '../../model/duration.ts';
import type { ExpectedEvent, ExpectedPage, ScenarioDocument } from '../../model/generated/types.ts';
import { type At, under } from '../../model/position.ts';
import { incidentsOf } from '../../model/scenario-incidents.ts';
import { inIncident } from '../incident-name.ts';
import { fullName, PROMISE_KINDS, type TraceRecord } from '../run/trace.ts';
import { judgeCourse } from './course.ts';
import type { Failure } from './failure.ts';

/** Closed world: every page and every broken promise is either listed or a failure, and so is every listed one that is missing. */
export function judge(scenario: Entity<ScenarioDocument>, records: readonly TraceRecord[]): Failure[] {
  const at = under(scenario.at, 'expect');
  return [
    ...judgePages(scenario.expect.pages, records, under(at, 'pages')),
    ...(scenario.expect.events ?? []).flatMap((expected, index) =>
      judgeEvent(expected, records, under(at, 'events', index)),
    ),
    ...judgeBreaks(scenario, records, under(at, 'breaks')),
    ...judgeSeverity(scenario, records, under(at, 'severity')),
    ...judgeCourse(scenario.expect.course, records, under(at, 'course')),
  ];
}

const minute = (seconds: number): string => `minute ${writeMinutes(seconds)}`;

const writeMinutes = (seconds: number): string =>
  seconds % 60 === 0
    ? String(seconds / 60)
    : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function judgePages(expected: readonly ExpectedPage[], records: readonly TraceRecord[], at: At): Failure[] {
  const sent = records.filter(({ kind }) => kind === 'page-sent');
  const taken = new Set<number>();
  const failures = expected.flatMap((page, index): Failure[] => {
    const wanted = page.times ?? 1;
    const matches = sent.filter((record) => !taken.has(record.seq) && fits(record, page)).slice(0, wanted);
    for (const { seq } of matches) taken.add(seq);
    if (matches.length === wanted) return [];
    const others = sent.filter(({ subject, seq }) => subject === page.to && !taken.has(seq));
    const times = others.map((other) => `${minute(other.t)}${whose(other)}`);
    const instead = times.length === 0 ? '' : `; it went out at ${times.join(', ')}`;
    const count = wanted === 1 ? '' : `, ${matches.length} of ${wanted} times`;
    return [
      {
        at: under(at, index),
        message: `the expected page to ${page.to}${when(page)}${whose(page)} was not sent${count}${instead}`,
      },
    ];
  });
  const surprises = sent
    .filter(({ seq }) => !taken.has(seq))
    .map((page) => ({
      at,
      message: `a page to ${page.subject} at ${minute(page.t)}${whose(page)} that nobody expected`,
    }));
  return [...failures, ...surprises];
}

/** Nothing where one incident is alone. */
const whose = ({ incident }: { readonly incident?: string }): string =>
  incident === undefined ? '' : ` in incident ${incident}`;

const when = ({ at, by }: { at?: string; by?: string }): string =>
  at !== undefined ? ` at ${at}` : by !== undefined ? ` by ${by}` : '';

const fits = (record: TraceRecord, page: ExpectedPage): boolean =>
  record.subject === page.to &&
  record.incident === page.incident &&
  (page.at === undefined || record.t === parseSeconds(page.at)) &&
  (page.by === undefined || record.t <= parseSeconds(page.by));

function judgeEvent(expected: ExpectedEvent, records: readonly TraceRecord[], at: At): Failure[] {
  const name = expected.event ?? (expected.never as string);
  const found = records.filter(
    ({ event, kind, by, incident }) =>
      event === name &&
      !PROMISE_KINDS.has(kind) &&
      (expected.person === undefined || by === expected.person) &&
      (expected.incident === undefined || incident === expected.incident),
  );
  const first = found[0];
  const who = `${expected.person === undefined ? '' : ` by ${expected.person}`}${whose(expected)}`;
  if (expected.never !== undefined)
    return first ? [{ at, message: `${name}${who} was never to happen; it did at ${minute(first.t)}` }] : [];
  if (!first) return [{ at, message: `${name}${who} was expected${when(expected)} and never happened` }];
  const early = expected.not_before !== undefined && first.t < parseSeconds(expected.not_before);
  if (early)
    return [{ at, message: `${name}${who} happened at ${minute(first.t)}, before ${expected.not_before}` }];
  const onTime =
    (expected.at === undefined || found.some(({ t }) => t === parseSeconds(expected.at as string))) &&
    (expected.by === undefined || first.t <= parseSeconds(expected.by));
  return onTime
    ? []
    : [{ at, message: `${name}${who} was expected${when(expected)}; it happened at ${minute(first.t)}` }];
}

function judgeBreaks(scenario: ScenarioDocument, records: readonly TraceRecord[], at: At): Failure[] {
  const broken = records.filter(({ kind }) => kind === 'promise-violated');
  const taken = new Set<number>();
  const missing = scenario.expect.breaks.flatMap((expected, index): Failure[] => {
    const promise = inIncident(expected.incident, expected.promise);
    const named = broken.filter((record) => fullName(record) === promise && !taken.has(record.seq));
    const exact = named.find(({ t }) => t === parseSeconds(expected.at));
    const match = exact ?? named[0];
    if (match) taken.add(match.seq);
    if (exact) return [];
    const message = match
      ? `${promise} was expected to break at ${expected.at}; it broke at ${writeSeconds(match.t)}`
      : `${promise} was expected to break at ${expected.at} and did not`;
    return [{ at: under(at, index), message }];
  });
  const surprises = broken
    .filter(({ seq }) => !taken.has(seq))
    .map((record) => ({
      at,
      message: `${fullName(record)} broke at ${minute(record.t)}, and nobody expected that`,
    }));
  return [...missing, ...surprises];
}

function judgeSeverity(scenario: ScenarioDocument, records: readonly TraceRecord[], at: At): Failure[] {
  const { severity } = scenario.expect;
  if (severity === undefined) return [];
  const ids = incidentsOf(scenario).map(({ id }) => id);
  if (typeof severity === 'string') {
    if (ids.length > 1)
      return [{ at, message: `the severity is of one incident: write ${ids[0]}: ${severity}` }];
    return judgeLevel(undefined, severity, records, at);
  }
  return Object.entries(severity).flatMap(([incident, level]) =>
    judgeLevel(incident, level, records, under(at, incident)),
  );
}

function judgeLevel(
  incident: string | undefined,
  expected: string,
  records: readonly TraceRecord[],
  at: At,
): Failure[] {
  const mine = records.filter((record) => record.kind === 'level' && record.incident === incident);
  const last = mine.at(-1)?.subject;
  const of = incident === undefined ? '' : ` of ${incident}`;
  return last === expected
    ? []
    : [{ at, message: `the severity${of} at the end is ${last ?? 'none'}, not ${expected}` }];
}
