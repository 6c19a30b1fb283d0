import { KEEPS_NUMBER, type Mutation, of } from './mutation.ts';

const HEADER = 'include/verifier.h';

export const HEADER_MUTATIONS: readonly Mutation[] = [
  {
    what: 'a macro is declared and nothing else',
    file: HEADER,
    from: '#define VERIFY_NO_KEYS',
    to: '#define VERIFY_TOO_MANY (-5)\n#define VERIFY_NO_KEYS',
    rules: of('in-a-header', 'code-is-documented', 'code-has-a-vector', 'code-is-handled'),
  },
  {
    what: 'a macro is renumbered',
    file: HEADER,
    from: 'VERIFY_NO_KEYS (-2)',
    to: 'VERIFY_NO_KEYS (-6)',
    rules: of('in-a-header', ...KEEPS_NUMBER),
  },
  {
    what: 'a macro is renamed',
    file: HEADER,
    from: 'VERIFY_NO_KEYS',
    to: 'VERIFY_NOBODY',
    rules: of('in-a-header', 'code-keeps-its-name'),
  },
  {
    what: 'a macro means something else',
    file: HEADER,
    from: '// No public keys provided.',
    to: '// Too few keys.',
    rules: of('in-a-header', 'code-keeps-its-meaning', 'code-keeps-its-meaning'),
  },
  {
    what: 'two macros have one number',
    file: HEADER,
    from: '(-4)',
    to: '(-3)',
    rules: of('in-a-header', 'code-stands-once'),
  },
  {
    what: 'a macro is taken out',
    file: HEADER,
    from: /#define VERIFY_NO_KEYS.*\n/,
    to: '',
    rules: of('in-a-header', 'code-is-declared'),
  },
  {
    what: 'dead code comes to life',
    file: HEADER,
    from: '#if 0',
    to: '#if 1',
    rules: of('in-a-header', 'code-is-documented', 'code-has-a-vector', 'code-is-handled'),
  },
  {
    what: 'a row of the comment is missing',
    file: HEADER,
    from: / \* -2 {3}.*\n/,
    to: '',
    rules: of('in-a-header', 'code-is-documented'),
  },
];
