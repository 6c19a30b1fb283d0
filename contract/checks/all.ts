import { agreeing } from './agreeing.ts';
import type { ContractCheck } from './check.ts';
import { current } from './current.ts';
import { declared } from './declared.ts';
import { documented } from './documented.ts';
import { exits } from './exits.ts';
import { handled } from './handled.ts';
import { namesKnown } from './names-known.ts';
import { once } from './once.ts';
import { passedThrough } from './passed-through.ts';
import { precedence } from './precedence.ts';
import { reserved } from './reserved.ts';
import { returnForms } from './return-forms.ts';
import { returned } from './returned.ts';
import { tried } from './tried.ts';
import { truthful } from './truthful.ts';

/** The ladder first, then what must agree beside it. */
export const ALL_CHECKS: readonly ContractCheck[] = [
  declared,
  documented,
  tried,
  returned,
  handled,
  agreeing,
  once,
  reserved,
  returnForms,
  precedence,
  namesKnown,
  truthful,
  exits,
  passedThrough,
  current,
];
