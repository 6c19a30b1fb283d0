import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** A program that keeps running. */
export interface Watched {
  /** Everything that it printed on both streams, in the order in which it came. */
  output(): string;
  /** Waits until a text stands in what came since the last wait, and gives that part. */
  until(text: string | RegExp): Promise<string>;
  /** Sends a signal and gives the exit code; null when the signal ended it. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

const PATIENCE_MS = 10_000;

export function watchedProgram(folder: string, ...argv: string[]): Watched {
  const child: ChildProcess = spawn(process.execPath, [resolve('bundle/run.js'), ...argv], { cwd: folder });
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  let output = '';
  let seen = 0;
  let heard = () => {};
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      heard();
    });
  const holds = (part: string, text: string | RegExp) =>
    typeof text === 'string' ? part.includes(text) : text.test(part);
  return {
    output: () => output,
    until: (text) =>
      new Promise((done, fail) => {
        const late = setTimeout(() => fail(new Error(`no ${text} in: ${output.slice(seen)}`)), PATIENCE_MS);
        heard = () => {
          const part = output.slice(seen);
          if (!holds(part, text)) return;
          clearTimeout(late);
          heard = () => {};
          seen = output.length;
          done(part);
        };
        heard();
      }),
    stop: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
