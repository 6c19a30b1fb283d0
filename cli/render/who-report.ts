import type { Book } from '../../model/book.ts';
import { wallClock } from '../../model/calendar.ts';
import { callOf, titleOf } from '../../simulator/lower/people.ts';
import { spanWords } from '../../simulator/sentences/span-words.ts';
import type { Call, PagePlan, RolePlan, ServiceCover } from '../../simulator/who.ts';
import type { Paint } from '../paint.ts';
import { clockFace } from './clock.ts';
import { listed } from './words.ts';

/** Who is paged, on which channels, when, and who then: to be read at 3am, top to bottom. */
export function renderWho(book: Book, plan: PagePlan, paint: Paint): string {
  const channels = [...new Set(plan.policies.flatMap((policy) => policy.channels))];
  const { people, rows } = {
    people: plan.roles,
    rows: plan.roles.flatMap((role) => renderRole(book, role, paint)),
  };
  return [
    renderHead(book, plan, paint),
    '',
    plan.policies.length === 0
      ? paint.bad(`no routing policy covers ${plan.severity}`)
      : `${paint.bold('On')}      ${listed(channels.map((id) => book.channels.get(id)?.title ?? id))}, all at once ${paint.dim(`(${listed(plan.policies.map(({ title }) => title))})`)}`,
    ...(plan.service ? renderCover(book, plan, plan.service, paint) : []),
    '',
    paint.bold(people.length === 0 ? 'Nobody is paged' : 'Paged'),
    ...rows,
    ...plan.unassigned.map(
      ({ role, by }) =>
        `  ${paint.warn('·')} ${titleOf(book, role)}: nobody yet, ${titleOf(book, by)} names somebody`,
    ),
    ...renderGroups(book, plan, paint),
  ].join('\n');
}

function renderHead(book: Book, plan: PagePlan, paint: Paint): string {
  const start = wallClock(plan.at, book.manifest.calendar.zone);
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(Math.floor(start.second / 3600))}:${two(Math.floor(start.second / 60) % 60)}`;
  const when = `${start.weekday} ${start.year}-${two(start.month)}-${two(start.day)} ${time} ${start.zoneName}`;
  const level = book.severities.get(plan.severity);
  const hours = plan.businessHours ? 'in business hours' : 'outside business hours';
  const held =
    plan.heldBack > 0 ? paint.warn(`, pages wait ${spanWords(plan.heldBack)} until business hours`) : '';
  return `${paint.bad(plan.severity)} ${paint.bold(level?.title ?? '')}\n${paint.dim(`${book.id} · ${when} · ${hours}`)}${held}`;
}

function renderCover(book: Book, plan: PagePlan, cover: ServiceCover, paint: Paint): string[] {
  const { service, rotation, policy } = cover;
  const duty =
    cover.onDuty === undefined
      ? paint.dim('the book holds no roster')
      : `on duty: ${callOf(book, cover.onDuty)}`;
  const outside =
    !cover.inHours && rotation?.outside !== undefined
      ? `, so ${titleOf(book, rotation.outside)} answers`
      : '';
  const lines = [
    `${paint.bold('Service')} ${service.title}: ${rotation ? `${rotation.title}${outside}, ${duty}` : paint.warn('no rotation')}`,
  ];
  if (policy && !plan.policies.some(({ id }) => id === policy.id))
    lines.push(
      paint.warn(
        `        its own policy is ${policy.title} (${policy.severity}), not the one of ${plan.severity}`,
      ),
    );
  return lines;
}

function renderRole(book: Book, { role, path, calls }: RolePlan, paint: Paint): string[] {
  const clock = clockFace(calls.map(({ after }) => after));
  const place = book.position(path.at);
  return [
    `  ${paint.mark('☎')} ${paint.bold(titleOf(book, role))}  ${paint.dim(`${place.file}:${place.line}`)}`,
    ...calls.map(
      (call) => `      ${paint.dim(clock(call.after).padStart(6))}  ${callWords(book, call, paint)}`,
    ),
  ];
}

function callWords(book: Book, { what, people, methods, after, until }: Call, paint: Paint): string {
  const who = listed(people.map((person) => describe(book, person)));
  const by = methods.map((id) => book.channels.get(id)?.title ?? id).join(', then ');
  const on = by === '' ? '' : paint.dim(` by ${by}`);
  switch (what) {
    case 'page':
      return after === 0 ? `${who}${on}` : `if nobody answered: ${who}${on}`;
    case 'again':
      return `if nobody answered: ${who} again, and so on until somebody does`;
    case 'acknowledge-by':
      return paint.dim(`${who} is to answer by now`);
    case 'takes-command':
      return (
        paint.warn(
          `still silent: ${who} takes command${until === undefined || until === after ? '' : ` (by ${spanWords(until)})`}`,
        ) + on
      );
    case 'nobody-left':
      return paint.warn('nobody is left to page');
  }
}

const describe = (book: Book, person: string): string => {
  const found = book.people.get(person);
  return found?.name === undefined ? callOf(book, person) : `${found.name}, ${found.title}`;
};

const renderGroups = (book: Book, { groups }: PagePlan, paint: Paint): string[] =>
  groups.map((id) => {
    const group = book.groups.get(id);
    return `  ${paint.mark('☎')} ${group?.title ?? id}  ${paint.dim(`${group?.of} seats, ${group?.at_least} signatures decide`)}`;
  });
