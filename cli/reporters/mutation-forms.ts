import { mutationLines } from '../mutation/mutation-markdown.ts';
import type { MutationPart } from '../mutation/mutation-part.ts';
import { renderMutation } from '../render/mutation-report.ts';
import { CHECK_FORMS } from './check-forms.ts';
import { annotations } from './github.ts';
import { json } from './json.ts';
import { page } from './markdown.ts';
import type { Forms } from './reporter.ts';
import { sarif } from './sarif.ts';

const asCheck = ({ result: { findings } }: MutationPart) => ({ version: 1, books: [], findings }) as const;

/** The forms of a mutation campaign, whether it was run here or joined from parts. */
export const MUTATION_FORMS = {
  text: (part, around) => `${renderMutation(part, around)}\n`,
  oneline: (part, around) => CHECK_FORMS.oneline(asCheck(part), around),
  json,
  github: (part, { prefix }) => annotations(part.result.findings, prefix),
  sarif: (part, around) => sarif(part.result, around),
  markdown: (part) => page(mutationLines(part.result)),
} as const satisfies Forms<MutationPart>;
