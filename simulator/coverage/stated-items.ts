import type { Consequence } from '../kernel/machine.ts';
import type { ItemDraft, ItemKind } from './item.ts';
import type { Setting } from './setting.ts';

/** By what the name of a consequence says before its colon; `id` is what stands behind it. */
const STATED: Readonly<
  Record<string, { readonly kind: ItemKind; readonly name: (id: string, runbook: string) => string }>
> = {
  'phase starts': { kind: 'course', name: (id, runbook) => `phase/${runbook}/${id}/starts` },
  'phase skipped': { kind: 'course', name: (id, runbook) => `phase/${runbook}/${id}/skipped` },
  'phase done': { kind: 'course', name: (id, runbook) => `phase/${runbook}/${id}/done` },
  skipped: { kind: 'step', name: (id, runbook) => `step/${runbook}/${id}/skipped` },
  'other cause': { kind: 'step', name: (id, runbook) => `step/${runbook}/${id}/other-cause` },
  'not needed': { kind: 'step', name: (id, runbook) => `step/${runbook}/${id}/not-needed` },
  'work lost': {
    kind: 'step',
    name: (id, runbook) => `step/${runbook}/${id.replace(/ by .*$/, '')}/work-lost`,
  },
  authorised: { kind: 'authority', name: (id) => `authority/${id}/authorised` },
  locked: { kind: 'authority', name: (id) => `authority/${id}/timelock-starts` },
  overridden: { kind: 'authority', name: (id) => `authority/${id}/overridden` },
  submitted: { kind: 'authority', name: (id) => `authority/${id}/submitted` },
  'takes effect': { kind: 'authority', name: (id) => `authority/${id}/takes-effect` },
};

/** Consequences whose name is a site: raises, pages that a rule brings, automatic controls. */
const KINDS: Readonly<Record<string, ItemKind>> = {
  raise: 'escalation',
  involvement: 'escalation',
  control: 'circumstance',
};

/** What the book states that happens by itself; what only keeps the books of others has no place and is no item. */
export function statedItems(setting: Setting, { name, at }: Consequence, consequence: number): ItemDraft[] {
  if (!at) return [];
  const runbook = setting.runbookOf(at)?.id ?? '';
  const [, what = '', id = ''] = /^(.*?): (.*)$/.exec(name) ?? [];
  const stated = STATED[what];
  const kind = stated?.kind ?? KINDS[name.split('/')[0] ?? ''];
  if (!kind) throw new Error(`coverage knows no consequence ${name}`);
  return [
    {
      kind,
      name: stated?.name(id, runbook) ?? name,
      text: stated ? `${id}: ${what}` : siteWords(setting, name),
      at,
      seen: { op: 'consequence', consequence },
    },
  ];
}

/** `raise/2/SEV-1`, `involvement/1`, `control/wallet-halt/acts` in words. */
function siteWords({ book }: Setting, name: string): string {
  const [what, id = '', more = ''] = name.split('/');
  if (what === 'raise') return `rule ${id} raises the incident to ${more}`;
  return what === 'control'
    ? `${book.controls.get(id)?.title ?? id} ${more} by itself`
    : `rule ${id} brings in whom the incident needs`;
}
