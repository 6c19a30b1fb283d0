/**
 * The controls that the rehearsal hook knows, in the order in which it asks them: a freeze answers before any
 * other control, so that a test transfer shows it whatever else is wrong. The codes are those of the sheet
 * "Incident Response Playbook".
 */
export const HOOK_CONTROLS = [
  { code: 6042, meaning: 'regulatory freeze' },
  { code: 6001, meaning: 'custody discrepancy' },
  { code: 6002, meaning: 'custody oracle stale' },
  { code: 6005, meaning: 'sanctions list stale' },
  { code: 6006, meaning: 'no wallet score' },
  { code: 6037, meaning: 'daily volume limit' },
] as const;

export type HookCode = (typeof HOOK_CONTROLS)[number]['code'];

/** First bytes of the hook's one state account. */
export const CONTROLS_TAG = new TextEncoder().encode('CONTROLS');
/** The multisig that may set controls stands behind the tag, then one byte per control. */
export const CONTROLS_AUTHORITY_OFFSET = 8;
export const CONTROLS_FLAGS_OFFSET = 40;
export const CONTROLS_LENGTH = 48;

export function controlIndex(code: HookCode): number {
  return HOOK_CONTROLS.findIndex((control) => control.code === code);
}
