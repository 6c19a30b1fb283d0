import type { CodeTable } from '../code-table.ts';

export const EVIDENCE_CODES = {
  intact: {
    code: 1,
    verdict: 'pass',
    meaning: 'every file is the one in the manifest, and no other is there',
  },
  altered: { code: 0, verdict: 'fail', meaning: 'a file has not the hash that the manifest gives' },
  missing: { code: -1, verdict: 'fail', meaning: 'a file of the manifest is not there' },
  unlisted: { code: -2, verdict: 'fail', meaning: 'a file is there that the manifest does not list' },
  'no-manifest': { code: -3, verdict: 'unknown', meaning: 'there is no manifest, or it cannot be read' },
} as const satisfies CodeTable;

export type EvidenceCode = keyof typeof EVIDENCE_CODES;
