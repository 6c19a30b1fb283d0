/** A C text with the same length and lines, in which comments, or strings and comments, are spaces. */
export interface Blanked {
  readonly code: string;
  readonly comments: readonly CComment[];
  /** Where a comment or a string begins that never ends. */
  readonly unclosedAt: number | undefined;
}

export interface CComment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const TOKEN =
  /\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))|\/\/[^\n]*|"(?:\\.|[^"\\\n])*(?:"|(?=\n|$))|'(?:\\.|[^'\\\n])*(?:'|(?=\n|$))/g;

export function blankOut(text: string): Blanked {
  const comments: CComment[] = [];
  let unclosedAt: number | undefined;
  const code = text.replace(TOKEN, (token: string, start: number) => {
    if (token.startsWith('/')) comments.push({ start, end: start + token.length, text: token });
    if (!isClosed(token)) unclosedAt ??= start;
    return token.replace(/[^\n]/g, ' ');
  });
  return { code: withoutDead(code), comments, unclosedAt };
}

function isClosed(token: string): boolean {
  if (token.startsWith('//')) return true;
  if (token.startsWith('/*')) return token.length >= 4 && token.endsWith('*/');
  return token.length >= 2 && token.endsWith(token.charAt(0));
}

/** What stands between `#if 0` and its `#else` or `#endif` is never compiled. */
function withoutDead(code: string): string {
  const stack: boolean[] = [];
  const lines = code.split('\n').map((line) => {
    const directive = /^\s*#\s*(if|ifdef|ifndef|elif|else|endif)\b\s*(.*?)\s*$/.exec(line);
    const word = directive?.[1] ?? '';
    if (/^e/.test(word)) stack.pop();
    if (word !== '' && word !== 'endif') stack.push(word === 'if' && directive?.[2] === '0');
    return stack.some(Boolean) && !directive ? ' '.repeat(line.length) : line;
  });
  return lines.join('\n');
}
