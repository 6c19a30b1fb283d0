import type { Book, Entity } from '../model/book.ts';
import { parseSpan, writeSeconds } from '../model/duration.ts';
import type { EscalationPath, PromiseBound, Takeover } from '../model/generated/types.ts';
import { under } from '../model/position.ts';
import { slack } from './clock/lengths.ts';
import { secondsOfBound } from './clock/worst-case.ts';
import type { Rule } from './rule.ts';
import { citedAfter } from './words/sentence.ts';

export const takeoverLeavesTime: Rule = {
  id: 'takeover-leaves-time',
  summary:
    'When somebody takes command because the commander is silent, what waits for a commander can still be on time.',
  why: `
    A takeover exists for the night on which the commander does not answer. If it comes when the promises that wait for a
    commander are already due, one missed call breaks them all, and the backup starts late by design.
    Page the one who takes over earlier, or let the promises be kept without a commander.
  `,
  good: [
    `
kind: command
commander: lead
war_room:
  levels: [P1]
  page: [lead]
  channel: call
  open: {by: lead}
  join: {who: [lead], within: {by: 30m, from: declared}}
  source: {section: "1"}
---
kind: escalation
paths:
  wake-lead:
    on: {page: lead, severity: [P1]}
    levels: [{page: lead, ack_within: 5m, timeout: 10m}]
    loop: until-acknowledged
    takeover: {after: 15m, from: page-sent, by: ben, hand_back: on-ack, source: {section: "1"}}
    source: {section: "1"}
`,
  ],
  bad: [
    `
kind: command
commander: lead
war_room:
  levels: [P1]
  page: [lead]
  channel: call
  open: {by: lead}
  join: {who: [lead], within: {by: 15m, from: declared}}
  source: {section: "1"}
---
kind: escalation
paths:
  wake-lead:
    on: {page: lead, severity: [P1]}
    levels: [{page: lead, ack_within: 5m, timeout: 10m}]
    loop: until-acknowledged
    takeover: {after: 15m, from: page-sent, by: ben, hand_back: on-ack, source: {section: "1"}}
    source: {section: "1"}
`,
  ],
  check(book, report) {
    const paths = [...book.paths.values()].filter(({ on }) => on.page === book.commander);
    for (const path of paths) {
      const { takeover } = path;
      if (!takeover || isSaidBefore(paths, path)) continue;
      const late = waitingPromises(book, path).flatMap(({ what, bound, chain }) => {
        const due = secondsOfBound(bound.by);
        const needed = chain.reduce((sum, { seconds }) => sum + seconds, 0);
        const way = chain.map(({ name, seconds }) => `${name} ${writeSeconds(seconds)}`).join(' + ');
        return due !== undefined && needed > due
          ? [
              `${what} within ${bound.by}${citedAfter(bound.source)}: ${way} = ${writeSeconds(needed)}, ${slack(due, needed)}`,
            ]
          : [];
      });
      if (late.length > 0)
        report(
          under(path.at, 'takeover', 'after'),
          `if \`${book.commander}\` stays silent, \`${takeover.by}\` takes command after ${takeover.after}${citedAfter(takeover.source)}, too late for ${late.join('; and for ')}`,
          'page the one who takes over earlier, or let these promises be kept without a commander',
        );
    }
  },
};

/** The same takeover on the path of another severity has the same finding. */
const isSaidBefore = (paths: readonly Entity<EscalationPath>[], path: Entity<EscalationPath>): boolean =>
  paths.slice(0, paths.indexOf(path)).some(({ takeover }) => takeover?.after === path.takeover?.after);

interface Link {
  readonly name: string;
  readonly seconds: number;
}

interface Waiting {
  readonly what: string;
  readonly bound: PromiseBound;
  readonly chain: readonly Link[];
}

/** Promises that need the commander, or somebody whom the commander designates, each with what comes before it. */
function waitingPromises(book: Book, { on, takeover }: EscalationPath): Waiting[] {
  const act = parseSpan(book.manifest.pace.act).hi;
  const link = (name: string, seconds = act): Link => ({ name, seconds });
  const command = takeover ? commandAfter(takeover, act) : [];
  const room = book.warRoom?.levels.some((level) => on.severity.includes(level)) ? book.warRoom : undefined;
  const joined =
    room?.open.by === book.commander && room
      ? [
          {
            what: 'joining the room',
            bound: room.join.within,
            chain: [...command, link('open'), link('join')],
          },
        ]
      : [];
  const confirm = book.declaration?.confirm;
  const confirmed =
    confirm?.by === book.commander && confirm
      ? [{ what: 'confirming the declaration', bound: confirm.within, chain: [...command, link('confirm')] }]
      : [];
  const told = [...book.messages.values()].flatMap(({ id, by, within, automated, on: levels = [] }) => {
    const designated = book.roles.get(by ?? '')?.designated;
    if (!within || automated || designated?.by !== book.commander) return [];
    if (!levels.some((level) => on.severity.includes(level))) return [];
    const chain = [...command, link(`designate ${by}`), link('notify')];
    return [{ what: `\`${id}\``, bound: within, chain }];
  });
  return [...joined, ...confirmed, ...told];
}

const commandAfter = ({ after, answers }: Takeover, act: number): Link[] => [
  { name: 'takeover', seconds: secondsOfBound(after) ?? 0 },
  { name: 'assume command', seconds: answers === undefined ? act : parseSpan(answers).hi },
];
