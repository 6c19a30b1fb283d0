import { base64, type Decoder, field, record } from '../json-fields.ts';
import { checkEvidence } from '../solana/evidence-check.ts';
import type { EvidenceFiles } from '../solana/evidence-files.ts';
import type { Check, Verdict } from '../verdict.ts';

/** Of one file. */
const MOST_BYTES = 16 * 1024 * 1024;

/** `{ files: { path: base64 } }`: a bundle, the manifest among its files. */
export const evidenceRequest: Decoder<Check> = (value, at) => {
  const files = field(value, at, 'files', (entries, inside) =>
    Object.entries(record(entries, inside)).map(
      ([path, bytes]) => [path, base64(MOST_BYTES)(bytes, `${inside}.${path}`)] as const,
    ),
  );
  return () => evidenceVerdict(new Map(files));
};

export function evidenceVerdict(files: EvidenceFiles): Verdict {
  const { name, paths, digest } = checkEvidence(files);
  return {
    name,
    facts: {
      files: name === 'intact' ? String(paths.length) : paths.join(', ') || 'none',
      ...(digest === null ? {} : { 'sha256 of the manifest': digest }),
    },
  };
}
