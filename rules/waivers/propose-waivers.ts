import { stringify } from 'yaml';
import type { Finding } from '../../model/finding.ts';
import type { IsoDate } from '../../model/generated/types.ts';

const SCHEMA_LINE = '# yaml-language-server: $schema=../../schemas/waivers.schema.json\n';

/**
 * A `waivers.yaml` for findings that are open. The reasons are left empty, so that the schema refuses the file until
 * somebody has written them.
 */
export function proposeWaivers(
  findings: readonly Finding[],
  { owner, expires }: { readonly owner: string; readonly expires: IsoDate },
): string {
  const waivers = findings.map(({ rule, fingerprint, message }) => ({
    rule,
    fingerprint,
    finding: message,
    owner,
    reason: '',
    expires,
  }));
  return SCHEMA_LINE + stringify({ kind: 'waivers', waivers }, { lineWidth: 120 });
}
