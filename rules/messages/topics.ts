/**
 * What messages speak of, and the words that give it away. A rule that forbids a topic and a message that promises it
 * rarely use the same words.
 */
export const TOPICS: Readonly<Record<string, RegExp>> = {
  'when it will be over':
    /\beta\b|time of (the )?(resolution|recovery)|when it will be over|estimated time|expected (resolution|recovery)/i,
  'the root cause': /\broot cause\b/i,
  'how the exploit works': /\b(details|mechanics) of (an?|the) (exploit|attack|vulnerability)\b/i,
};

export const topicsIn = (text: string): string[] =>
  Object.entries(TOPICS).flatMap(([topic, words]) => (words.test(text) ? topic : []));
