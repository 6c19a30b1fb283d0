import type { WriteStream } from 'node:tty';

/** A line that says what is going on, once the work takes long enough to ask: ever anew on a terminal, now and then in a log. */
export interface Progress {
  say(text: string): void;
  clear(): void;
}

const PATIENCE_MS = 400;
/** A log that keeps every line is told so often; a build that is silent for ten minutes is taken for dead. */
const LOG_EVERY_MS = 60_000;

export const progressOn = (
  stream: Pick<WriteStream, 'isTTY' | 'write'>,
  now: () => number = Date.now,
): Progress => (stream.isTTY ? onTerminal(stream, now) : inLog(stream, now));

function onTerminal(stream: Pick<WriteStream, 'write'>, now: () => number): Progress {
  const began = now();
  let shown = false;
  return {
    say: (text) => {
      if (now() - began < PATIENCE_MS) return;
      stream.write(`\r\u001b[2K${text}`);
      shown = true;
    },
    clear: () => {
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}

function inLog(stream: Pick<WriteStream, 'write'>, now: () => number): Progress {
  let last = now();
  return {
    say: (text) => {
      if (now() - last < LOG_EVERY_MS) return;
      last = now();
      stream.write(`${text}\n`);
    },
    clear: () => {},
  };
}
