/** What a vague word leaves open, and what would fill it. */
export interface Vagueness {
  readonly words: RegExp;
  /** Ends the message. */
  readonly asks: string;
  readonly hint: string;
  /** What beside the sentence answers it: a deadline; a condition that the step waits for; nothing. */
  readonly answeredBy: 'deadline' | 'condition' | undefined;
}

export const VAGUENESS: readonly Vagueness[] = [
  {
    words:
      /\b(immediately|at once|promptly|as soon as possible|soon|shortly|quickly|in a timely manner|timely|without delay)\b/i,
    asks: 'without a deadline that anybody could miss',
    hint: 'give the step a `within`, or strike the word',
    answeredBy: 'deadline',
  },
  {
    words: /\b(extended|sustained|prolonged|lengthy)\b/i,
    asks: 'without saying how long that is',
    hint: 'write the number, and a timer that carries it',
    answeredBy: 'condition',
  },
  {
    words:
      /\b(severely|badly|significant(ly)?|substantial(ly)?|excessive(ly)?|considerable|aggressive(ly)?|conservative(ly)?|unusual|abnormal)\b/i,
    asks: 'without saying how much that is',
    hint: 'write the number, or who judges it',
    answeredBy: undefined,
  },
  {
    words:
      /\b(appropriate|adequate|reasonable|suitable|(if|where|when|as) (that is )?(needed|necessary|required|warranted|possible|appropriate))\b/i,
    asks: 'without saying who judges it, and by what',
    hint: 'write the condition as a fact, or name the role that decides',
    answeredBy: undefined,
  },
];
