import type { Window } from '../kernel/machine.ts';
import { callOf, titleOf } from '../lower/people.ts';
import type { ItemDraft, ItemKind } from './item.ts';
import { monitorItems } from './monitor-items.ts';
import { roleItems } from './people-items.ts';
import type { Setting } from './setting.ts';
import { stepItems } from './step-items.ts';

/** What a window shows by its site; the rest of the site and the alternative tell one item from another. */
interface SiteRule {
  readonly kind: ItemKind;
  /** Each alternative is an item of its own, and is named. */
  readonly each?: true;
  /** Sites begin with a word that the item's name does without. */
  readonly name?: (rest: string) => string;
}

/**
 * By the first word of a site, or the first two of a timer's. Whoever lowers something new gives its site a word here: a window
 * without one is refused, so that nothing is left out in silence.
 */
const SITES: Readonly<Record<string, SiteRule>> = {
  declare: { kind: 'course' },
  fact: { kind: 'circumstance' },
  capability: { kind: 'circumstance', each: true },
  control: { kind: 'circumstance' },
  raise: { kind: 'escalation' },
  page: { kind: 'escalation' },
  timeout: { kind: 'escalation' },
  takeover: { kind: 'escalation' },
  'timer/takeover': { kind: 'escalation', name: (rest) => `takeover-due/${rest}` },
  'hand-back': { kind: 'escalation' },
  route: { kind: 'escalation' },
  'timer/lapse': { kind: 'course', name: () => 'lapse' },
  'timer/unknown': { kind: 'cause', name: (rest) => `cause/${rest}/unknown` },
  'timer/locked': { kind: 'authority', name: (rest) => `authority/${rest}/timelock-ends` },
  approve: { kind: 'authority', each: true, name: (rest) => `authority/${rest}` },
  write: { kind: 'authority', name: (rest) => `authority/${rest}/written-after` },
  sign: { kind: 'authority', name: (rest) => `authority/${rest}/signs` },
  ask: { kind: 'authority', name: (rest) => `authority/${rest}/asked` },
  override: { kind: 'authority', name: (rest) => `authority/${rest}/override-asked` },
  cancel: { kind: 'authority', name: (rest) => `authority/${rest}/votes-to-cancel` },
  'open-channel': { kind: 'course' },
  join: { kind: 'course' },
  designate: { kind: 'course' },
  confirm: { kind: 'course' },
  'open-runbook': { kind: 'course' },
  close: { kind: 'course' },
  decide: { kind: 'message' },
  send: { kind: 'message' },
  review: { kind: 'message' },
  update: { kind: 'message' },
  milestone: { kind: 'message' },
};

/** Who tells the story, and timers by which an invariant watches: nothing that the book says may happen. */
const OUTSIDE = /^(inject|timer\/(early|silent|lasting))\//;

/** Everything that this window shows when it moves, the role in which its owner acts included. */
export function windowItems(setting: Setting, window: Window, index: number): ItemDraft[] {
  if (OUTSIDE.test(window.site)) return [];
  const roles = roleItems(setting, window, index);
  const place = setting.stepAt(window.at);
  if (window.site.startsWith('step/') && place)
    return [...roles, ...stepItems(setting, window, index, place)];
  if (/^(signal|alert)\//.test(window.site)) return [...roles, ...monitorItems(setting, window, index)];
  return [...roles, ...siteItems(setting, window, index)];
}

function siteItems(
  { book }: Setting,
  { site, alternatives, owner, at, text }: Window,
  window: number,
): ItemDraft[] {
  const [first = '', second = '', ...more] = site.split('/');
  const timer = SITES[`${first}/${second}`];
  const rule = timer ?? SITES[first];
  if (!rule) throw new Error(`coverage knows no window at ${site}`);
  const rest = (timer ? more : [second, ...more]).join('/');
  const base = rule.name?.(rest) ?? site;
  const who =
    owner.kind === 'person'
      ? `${callOf(book, owner.id)} `
      : owner.kind === 'group'
        ? `${titleOf(book, owner.id)} `
        : '';
  return alternatives.map(({ name }, alternative) => ({
    kind: rule.kind,
    name: rule.each ? `${base}/${name}` : base,
    text: `${who}${text}${rule.each && alternatives.length > 1 ? ` (${name})` : ''}`,
    at: at ?? book.manifest.at,
    seen: { op: 'move', window, alternative },
  }));
}
