import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { askedOnce } from '../../../cli/parallel/asked-once.ts';
import { startThread, type Thread } from '../../../cli/parallel/start-thread.ts';

interface Doubling {
  readonly number: number;
  readonly ms?: number;
}

const FILE = resolve('test/cli/parallel/worker-double.mjs');
const started = (): Thread<Doubling, number> => startThread({ file: FILE, init: undefined });

test('a thread answers its tasks, and one that fails says why to whoever asks', async () => {
  const thread = started();
  expect(await thread.ask({ number: 21 })).toBe(42);
  expect(await thread.ask({ number: 4 })).toBe(8);
  await expect(thread.ask({ number: -1 })).rejects.toThrow('a negative number');
  await expect(thread.ask({ number: 1 })).rejects.toThrow('a negative number');
  await thread.end();
});

test('the same question is asked once, another one after it', async () => {
  const thread = started();
  const asked: Doubling[] = [];
  const ask = askedOnce((task: Doubling) => {
    asked.push(task);
    return thread.ask(task);
  });
  const answers = await Promise.all([
    ask({ number: 1, ms: 50 }),
    ask({ number: 1, ms: 50 }),
    ask({ number: 2 }),
    ask({ number: 2 }),
  ]);
  expect(answers).toEqual([2, 2, 4, 4]);
  expect(asked).toEqual([{ number: 1, ms: 50 }, { number: 2 }]);
  await thread.end();
});

test('a question asked ahead that fails is told to whoever asks in earnest, and to nobody else', async () => {
  const ask = askedOnce(async (number: number): Promise<number> => {
    throw new Error(`no ${number}`);
  });
  void ask(1);
  await new Promise((resolve) => setImmediate(resolve));
  await expect(ask(1)).rejects.toThrow('no 1');
});

/** A program whose one thread fails while another is at work, and that ends both before it says so. */
const PROGRAM = `
import { startThread } from ${JSON.stringify(resolve('cli/parallel/start-thread.ts'))};
const [one, other] = [0, 1].map(() => startThread({ file: ${JSON.stringify(FILE)}, init: undefined }));
try {
  await Promise.all([one.ask({ number: -1, ms: 30 }), other.ask({ number: 1, ms: 30 })]);
} catch {
  await Promise.all([one.end(), other.end()]);
  console.log('told');
}`;

test('an answer that comes while its thread is ended does not end the program early', async () => {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: PROGRAM, resolveDir: '.' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const text = outputFiles[0]?.text ?? '';
  for (let round = 0; round < 5; round++) {
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8' });
    expect(said).toBe('told\n');
  }
});
