import { type Mutation, of } from './mutation.ts';

const IDL = 'target/idl/hook.json';

export const IDL_MUTATIONS: readonly Mutation[] = [
  {
    what: 'an error is added',
    file: IDL,
    from: '"errors": [',
    to: '"errors": [\n    { "code": 6050, "name": "NewError", "msg": "Something new" },',
    rules: of('in-an-idl', 'code-is-documented', 'code-is-handled'),
  },
  {
    what: 'an error is taken out',
    file: IDL,
    from: /\n.*6002.*/,
    to: '',
    rules: of('in-an-idl', 'code-is-declared'),
  },
  {
    what: 'an error is renumbered',
    file: IDL,
    from: '6002',
    to: '6003',
    rules: of('in-an-idl', 'code-keeps-its-number'),
  },
  {
    what: 'an error means something else',
    file: IDL,
    from: 'more than 5 slots',
    to: 'more than 50 slots',
    rules: of('in-an-idl', 'code-keeps-its-meaning'),
  },
  {
    what: 'an error is renamed',
    file: IDL,
    from: 'CustodyOracleStale',
    to: 'OracleStale',
    rules: of('in-an-idl', 'code-keeps-its-name'),
  },
  {
    what: 'two errors have one number',
    file: IDL,
    from: '6006',
    to: '6005',
    rules: of('in-an-idl', 'code-stands-once'),
  },
  {
    what: 'the IDL is of another version',
    file: IDL,
    from: '"version": "1.0.0"',
    to: '"version": "0.9.0"',
    rules: of('in-an-idl', 'contract-source-is-current'),
  },
];
