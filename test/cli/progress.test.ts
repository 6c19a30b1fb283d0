import { describe, expect, it } from 'vitest';
import { progressOn } from '../../cli/progress.ts';

/** What a command that says something every ten seconds writes. */
function told(isTTY: boolean, seconds: number): string[] {
  const written: string[] = [];
  let now = 0;
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 };
  const progress = progressOn(stream as unknown as NodeJS.WriteStream, () => now * 1000);
  for (; now <= seconds; now += 10) progress.say(`${now} s`);
  progress.clear();
  return written;
}

describe('progress', () => {
  it('stands in one line of a terminal, and goes away at the end', () => {
    expect(told(true, 20)).toEqual(['\r\u001b[2K10 s', '\r\u001b[2K20 s', '\r\u001b[2K']);
  });

  it('is told to a log once a minute, in lines that stay', () => {
    expect(told(false, 130)).toEqual(['60 s\n', '120 s\n']);
  });

  it('says nothing in the log of a command that is done within a minute', () => {
    expect(told(false, 50)).toEqual([]);
  });
});
