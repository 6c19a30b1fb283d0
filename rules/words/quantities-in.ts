/** A number with its unit in a sentence: `5 minutes`, `10%`, `500ms`, `5 slots`. */
export interface QuantityInText {
  readonly text: string;
  readonly value: number;
  /** `s` for every unit of time (the value is in seconds), otherwise the unit as it stands. */
  readonly unit: string;
}

const SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  second: 1,
  m: 60,
  minute: 60,
  h: 3600,
  hour: 3600,
  d: 86_400,
  day: 86_400,
};

const QUANTITY =
  /(?<![\w.-])(\d+(?:\.\d+)?)\s?(%|bps|ms|s|m|h|d|tps|slots?|seconds?|minutes?|hours?|days?|business days?)(?![\w-])/g;

export const quantitiesIn = (text: string): QuantityInText[] =>
  [...text.matchAll(QUANTITY)].map(([whole, number, word = '']) => {
    const unit = word.replace(/(?<=[a-z]{3})s$/, '');
    const seconds = SECONDS[unit];
    return seconds === undefined
      ? { text: whole, value: Number(number), unit }
      : { text: whole, value: Number(number) * seconds, unit: 's' };
  });
