/** Asks again only for something else, and then when the last answer is there: a thread has one task at a time. */
export function askedOnce<Task, Result>(
  ask: (task: Task) => Promise<Result>,
): (task: Task) => Promise<Result> {
  let last: { readonly key: string; readonly answer: Promise<Result> } | undefined;
  return (task) => {
    const key = JSON.stringify(task);
    if (last?.key === key) return last.answer;
    const answer = last ? last.answer.then(() => ask(task)) : ask(task);
    answer.catch(() => undefined); // whoever asks in earnest is told
    last = { key, answer };
    return answer;
  };
}
