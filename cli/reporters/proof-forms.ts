import { sayable } from '../printable.ts';
import { proofLines } from '../proofs/proof-markdown.ts';
import { proofSuites } from '../proofs/proof-suites.ts';
import type { ProofsPart } from '../proofs/proofs-part.ts';
import { renderProofs } from '../render/proof-report.ts';
import { CHECK_FORMS } from './check-forms.ts';
import { annotations } from './github.ts';
import { json } from './json.ts';
import { junitXml } from './junit-xml.ts';
import { page } from './markdown.ts';
import type { Forms } from './reporter.ts';
import { sarif } from './sarif.ts';

const asCheck = ({ result: { findings } }: ProofsPart) => ({ version: 1, books: [], findings }) as const;

/** The forms of proofs, whether they were made here or joined from parts. */
export const PROOF_FORMS = {
  text: (part, around) => `${renderProofs(sayable(part), around)}\n`,
  oneline: (part, around) => CHECK_FORMS.oneline(asCheck(part), around),
  json,
  github: (part, { prefix }) => annotations(part.result.findings, prefix),
  sarif: (part, around) => sarif(part.result, around),
  junit: (part) => junitXml(proofSuites(part.result)),
  markdown: (part) => page(proofLines(part.result)),
} as const satisfies Forms<ProofsPart>;
