import { didYouMean } from '../model/did-you-mean.ts';
import { OperatorError } from './operator-error.ts';

/** `typed` is what stood after the program's name, words parted by spaces; the longest prefix that is close wins. */
export function unknownCommand(typed: readonly string[], known: readonly string[]): OperatorError {
  const suggestion = didYouMean(typed.slice(0, 2).join(' '), known) ?? didYouMean(typed[0] ?? '', known);
  const hint =
    suggestion === undefined
      ? 'drillbook --help lists the commands'
      : `did you mean \`drillbook ${suggestion}\`?`;
  return new OperatorError(`there is no command \`${typed.join(' ')}\``, { hint });
}

/** `flags` are what was typed, dashes included; `known` are the long names without dashes. */
export function unknownFlags(
  flags: readonly string[],
  known: readonly string[],
  command: string,
): OperatorError {
  const suggestions = flags.flatMap((flag) => didYouMean(flag.replace(/^--?/, ''), known) ?? []);
  const hint =
    suggestions.length > 0
      ? `did you mean ${suggestions.map((name) => `--${name}`).join(', ')}?`
      : `drillbook ${command} --help lists the flags`;
  return new OperatorError(`\`drillbook ${command}\` has no flag ${flags.join(', ')}`, { hint });
}
