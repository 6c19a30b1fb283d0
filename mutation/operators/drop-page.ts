import { dropEach } from './dropping.ts';
import type { Operator } from './operator.ts';
import { under } from './select.ts';

export const dropPage: Operator = {
  id: 'drop-page',
  summary: 'Somebody is paged no longer.',
  safety: true,
  apply: (subject) => dropEach(under(subject, 'page.*', 'pages.*', 'engages.*', 'join.who.*')),
};
