import type { WriteStream } from 'node:tty';

/** A line that says what is going on, on a terminal only, and only once the work takes long enough to ask. */
export interface Progress {
  say(text: string): void;
  clear(): void;
}

const PATIENCE_MS = 400;

export function progressOn(
  stream: Pick<WriteStream, 'isTTY' | 'write'>,
  now: () => number = Date.now,
): Progress {
  const began = now();
  let shown = false;
  return {
    say: (text) => {
      if (!stream.isTTY || now() - began < PATIENCE_MS) return;
      stream.write(`\r\u001b[2K${text}`);
      shown = true;
    },
    clear: () => {
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}
