/**
 * Hands out the places of tasks, in order. Whoever asks gets a task like its last one while there are any, for what that took to prepare
 * is still at hand; then the first that nobody has begun; then any.
 *
 * @param kindOf tasks of the same kind share their preparation
 */
export function queueOf<Task>(
  tasks: readonly Task[],
  kindOf: (task: Task) => string,
): () => () => number | undefined {
  const waiting = new Map<string, number[]>();
  for (const [place, task] of tasks.entries())
    waiting.set(kindOf(task), [...(waiting.get(kindOf(task)) ?? []), place]);
  const begun = new Set<string>();
  const next = (last: string | undefined): string | undefined => {
    const left = [...waiting.keys()].filter((kind) => (waiting.get(kind)?.length ?? 0) > 0);
    return left.find((kind) => kind === last) ?? left.find((kind) => !begun.has(kind)) ?? left[0];
  };
  return () => {
    let last: string | undefined;
    return () => {
      last = next(last);
      if (last === undefined) return undefined;
      begun.add(last);
      return waiting.get(last)?.shift();
    };
  };
}
