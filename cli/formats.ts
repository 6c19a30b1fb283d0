import * as Flags from '@oclif/core/flags';
import { didYouMeanHint } from '../model/did-you-mean.ts';
import { OperatorError } from './operator-error.ts';
import type { Forms, Render } from './reporters/reporter.ts';

/** What was asked for with `--format`: one form on stdout, any number in files. */
export interface Formats<Report> {
  readonly stdout: Render<Report>;
  readonly files: readonly { readonly file: string; readonly render: Render<Report> }[];
  /** The page for the summary of a job: where stdout holds annotations for GitHub, a reviewer wants it too. */
  readonly summary: Render<Report> | undefined;
}

/** `--format`, the same in every command; what it may say is read by `chooseFormats`. */
export const formatFlag = (forms: Forms<never>) => ({
  format: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    helpValue: 'FORM[=FILE]',
    summary: `How the result is written: ${Object.keys(forms).join(', ')}; with =FILE into a file. May be given several times.`,
  }),
});

/** The words of `--format`: `github`, `sarif=out.sarif`. Without a form for stdout, a person reads there. */
export function chooseFormats<Report>(
  words: readonly string[] = [],
  forms: Forms<Report> & { readonly text: Render<Report> },
): Formats<Report> {
  const chosen = words.map((word) => ({ ...split(word), render: formNamed(split(word).name, forms) }));
  const nameless = chosen.find(({ file }) => file === '');
  if (nameless) throw new OperatorError(`--format ${nameless.name}= names no file`);
  const spoken = chosen.filter(({ file }) => file === undefined);
  if (spoken.length > 1)
    throw new OperatorError(
      `only one form fits on stdout, not ${spoken.map(({ name }) => name).join(' and ')}`,
      {
        hint: `write the other into a file: --format ${spoken.at(-1)?.name}=FILE`,
      },
    );
  const files = chosen.flatMap(({ file, render }) => (file === undefined ? [] : [{ file, render }]));
  const twice = files.find(({ file }, index) => files.findIndex((other) => other.file === file) !== index);
  if (twice) throw new OperatorError(`two forms cannot both be written to ${twice.file}`);
  const summary = spoken[0]?.name === 'github' ? forms['markdown'] : undefined;
  return { stdout: spoken[0]?.render ?? forms.text, files, summary };
}

function split(word: string): { readonly name: string; readonly file?: string } {
  const end = word.indexOf('=');
  return end < 0 ? { name: word } : { name: word.slice(0, end), file: word.slice(end + 1) };
}

function formNamed<Report>(name: string, forms: Forms<Report>): Render<Report> {
  const known = Object.keys(forms);
  const form = known.includes(name) ? forms[name] : undefined;
  if (form) return form;
  throw new OperatorError(`there is no format \`${name}\``, {
    hint: didYouMeanHint(name, known) ?? `the formats are ${known.join(', ')}`,
  });
}
