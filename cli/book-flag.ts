import * as Flags from '@oclif/core/flags';

/** `--book`, the same in every command. */
export const bookFlag = {
  book: Flags.string({ char: 'b', helpValue: 'ID', summary: 'The book, when there are several here.' }),
};
