import type { Entity } from '../../model/book.ts';
import type { Approval, Authority } from '../../model/generated/types.ts';
import { type At, under } from '../../model/position.ts';
import { all, type Guard, not } from '../kernel/guard.ts';
import type { Effect } from '../kernel/machine.ts';
import { lowerAct } from './act.ts';
import { when } from './builder.ts';
import { paceOf } from './pace.ts';
import { holdersOf, titleOf } from './people.ts';
import { lowerPromise } from './promise.ts';
import { factIs, type Scene } from './scene.ts';
import { lowerTimelock } from './timelock.ts';

/** Values of an approval's variable. */
const APPROVAL = { missing: 0, given: 1, verbal: 2 } as const;

/** Approvals as acts with a pace, quorum as a count of distinct signers, the delay as a timer. */
export function lowerAuthority(scene: Scene, authority: Entity<Authority>): void {
  const { b } = scene;
  const { id, approvals, at } = authority;
  const given = approvals.map((approval, index) => {
    const place = under(at, 'approvals', index);
    return approval.group === undefined
      ? lowerRoleApproval(scene, id, approval, place)
      : lowerSignatures(scene, id, approval, place);
  });
  const complete = all(
    b.is(`asked/${id}`),
    ...given,
    ...(authority.requires ?? []).map((fact) => factIs(scene, fact)),
  );
  const grant = [
    b.set(`authorised/${id}`),
    b.emit(`authorised.${id}`, { kind: 'authorised', subject: id, text: `authorised: ${authority.title}` }),
  ];
  const pending = all(complete, b.is(`authorised/${id}`, 0));
  if (authority.timelock) lowerTimelock(scene, authority, pending, grant);
  else b.consequence({ name: `authorised: ${id}`, at }, pending, ...grant);
}

function lowerRoleApproval(scene: Scene, authority: string, approval: Approval, at: At): Guard {
  const { b } = scene;
  const roles = approval.any_of ?? [approval.role as string];
  const key = roles.join('-or-');
  const variable = `approval/${authority}/${key}`;
  const title = roles.map((role) => titleOf(scene.book, role)).join(' or ');
  /** Of several roles whose approval would do, only the one that gave it has. */
  const give = (value: number, words: string, role: string): Effect[] => [
    b.set(variable, value),
    b.emit(`approved.${authority}.${role}`, {
      kind: 'approved',
      subject: authority,
      text: `${words} as ${titleOf(scene.book, role)}`,
    }),
  ];
  const written = {
    name: 'written',
    effects: (_: string, role: string) => give(APPROVAL.given, 'approves in writing', role),
  };
  const plain = {
    name: 'approves',
    effects: (_: string, role: string) => give(APPROVAL.given, 'approves', role),
  };
  const verbal = {
    name: 'verbal',
    effects: (_: string, role: string) => [
      ...give(APPROVAL.verbal, 'approves by word of mouth', role),
      b.emit(`approved.${authority}.verbal`, {
        kind: 'approved',
        subject: authority,
        text: 'approval given verbally',
      }),
    ],
  };
  lowerAct(scene, {
    name: `approve/${authority}/${key}`,
    by: roles.flatMap((role) => holdersOf(scene, role)),
    possible: all(b.is(`asked/${authority}`), b.is(variable, APPROVAL.missing)),
    answers: approval.answers,
    ways: [approval.form === 'written' ? written : plain, ...(approval.or ? [verbal] : [])],
    text: `${approval.as === undefined ? 'approves' : `gives ${approval.as}`} as ${title}`,
    at,
  });
  if (approval.or) lowerWrittenFollowUp(scene, authority, approval, key, at);
  return b.atLeast(variable, APPROVAL.given);
}

/** Verbal counts at once, and must be followed in writing. */
function lowerWrittenFollowUp(
  scene: Scene,
  authority: string,
  approval: Approval,
  key: string,
  at: At,
): void {
  const { b } = scene;
  const then = approval.or?.then;
  if (!then) return;
  const variable = `approval/${authority}/${key}`;
  const event = `approved.${authority}.written`;
  lowerAct(scene, {
    name: `write/${authority}/${key}`,
    by: holdersOf(scene, approval.role as string),
    possible: b.is(variable, APPROVAL.verbal),
    answers: then.answers,
    ways: [
      {
        name: 'writes',
        effects: () => [
          b.set(variable, APPROVAL.given),
          b.emit(event, { kind: 'approved', subject: authority, text: 'puts the approval in writing' }),
        ],
      },
    ],
    text: 'puts the approval in writing',
    at: under(at, 'or', 'then'),
  });
  lowerPromise(scene, {
    name: `written/${authority}`,
    by: then.written_within,
    from: [`approved.${authority}.verbal`],
    expects: [event],
    atClose: then.at_close ?? 'blocks',
    tolerate: then.tolerate,
    text: `the verbal approval is in writing within ${then.written_within}`,
    at: under(at, 'or', 'then', 'written_within'),
  });
}

/** Interchangeable signers are a count (D18): distinct by construction, each seat signs or fails once. */
function lowerSignatures(scene: Scene, authority: string, approval: Approval, at: At): Guard {
  const { b, book } = scene;
  const group = approval.group as string;
  const seats = book.groups.get(group)?.of ?? 1;
  const needed = approval.at_least ?? 1;
  const signed = b.variable(`signed/${authority}/${group}`, needed + 1);
  const event = `approved.${authority}.${group}`;
  const asked = `requested.${authority}`;
  b.on(asked, b.startOnce(`since/${asked}`));
  b.window({
    site: `sign/${authority}/${group}`,
    doing: 'sign',
    owner: { kind: 'group', id: group, failed: b.variable(`failed/${group}`, seats + 1), seats },
    when: all(b.is(`asked/${authority}`), not(b.is(`signed/${authority}/${group}`, needed))),
    clock: b.clock(`since/${asked}`),
    ...paceOf(approval.answers, book.manifest.pace.sign),
    answered: signed,
    alternatives: [
      {
        name: 'signs',
        effects: [
          { op: 'add', variable: signed, by: 1 },
          b.emit(`signed.${authority}.${group}`, {
            kind: 'signed',
            subject: authority,
            text: `signs: ${book.authorities.get(authority)?.title ?? authority}`,
          }),
          when(
            b.is(`signed/${authority}/${group}`, needed),
            b.emit(event, {
              kind: 'approved',
              subject: authority,
              text: `${needed} of ${seats} have signed`,
            }),
          ),
        ],
      },
    ],
    at,
    text: 'signs',
  });
  return b.is(`signed/${authority}/${group}`, needed);
}
