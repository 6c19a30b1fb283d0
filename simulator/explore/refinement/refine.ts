import { modelOf } from '../model.ts';
import { askModel, type Way } from './ask-model.ts';
import {
  type AskedModel,
  cheaperOf,
  type Decision,
  endBy,
  type Inquiry,
  isAsMuchAsAsked,
  type Known,
} from './inquiry.ts';

/** A model that has been mended so often is not going to be mended. */
const ROUNDS = 200;
/** States in all models that learn in one way, in budgets. */
const MOST_IN_ALL = 5;

/** Models that are looked at before random runs are asked: a story that a search finds says the least. */
const PATIENCE = 8;

/** Models that know more and more, until one answers; `from`: the first of them, and how it is asked; `rounds`: so many at most. */
export function refine(
  inquiry: Inquiry,
  way: Way,
  atRandom: () => Known | undefined,
  from?: AskedModel,
  rounds = ROUNDS,
): Decision | undefined {
  const { subject, target, goal, budget } = inquiry;
  const most = inquiry.states + MOST_IN_ALL * budget.states;
  inquiry.kept = from?.kept ?? inquiry.first;
  for (let round = 0; round < rounds && inquiry.states < most; round++) {
    if (round === PATIENCE) inquiry.known = cheaperOf(inquiry.known, atRandom(), budget);
    const answer = endBy(inquiry);
    if (answer) return answer;
    const model = modelOf(subject, inquiry.kept, target, goal);
    const { end, next } = askModel(inquiry, model, way, round === 0 ? from?.asked : undefined);
    if (end) return end;
    if (!next || isAsMuchAsAsked(inquiry)) return undefined;
    inquiry.kept = next;
  }
  return undefined;
}
