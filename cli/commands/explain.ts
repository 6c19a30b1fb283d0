import * as Args from '@oclif/core/args';
import { DrillbookCommand } from '../base-command.ts';
import { bookFlag } from '../book-flag.ts';
import { declaredPlaces } from '../explain/declared-places.ts';
import { explain } from '../explain/explain.ts';
import type { Explanation } from '../explain/explanation.ts';
import { paintFor } from '../paint.ts';
import { renderExplanation } from '../render/explanation.ts';
import { proceduresIfAny } from '../sound-book.ts';
import { textWidth } from '../width.ts';

export default class Explain extends DrillbookCommand {
  static override summary = 'Explain a rule, an error or return code, or an exit code.';
  static override examples = [
    '<%= config.bin %> explain reference-resolves',
    '<%= config.bin %> explain 6042',
    '<%= config.bin %> explain -3',
  ];
  static override args = {
    word: Args.string({ name: 'ID', required: true, description: 'What to explain.' }),
  };
  static override flags = bookFlag;

  async run(): Promise<{ readonly version: 1; readonly explanations: readonly Explanation[] }> {
    const { args, flags } = await this.parse(Explain, withNegativeCodes(this.argv));
    const here = proceduresIfAny(flags.book);
    const places = here === undefined ? [] : await declaredPlaces(here, args.word);
    const explanations = explain(here?.books ?? [], args.word, places);
    const paint = paintFor(process.stdout);
    this.log(
      explanations.map((each) => renderExplanation(each, textWidth(process.stdout), paint)).join('\n\n'),
    );
    return { version: 1, explanations };
  }
}

/** `-3` is a code here, not a flag: it is moved behind the flags. */
function withNegativeCodes(argv: readonly string[]): string[] {
  const isCode = (word: string) => /^-\d+$/.test(word);
  const codes = argv.filter(isCode);
  return codes.length === 0 ? [...argv] : [...argv.filter((word) => !isCode(word)), '--', ...codes];
}
