import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runJson, runProgram, temporaryFolder } from './built-program.ts';

describe.each(['control-42', 'upgrade'])('rehearse %s', (name) => {
  it('shows each order with who signs it, what is expected and what was seen', async () => {
    const { code, stdout, stderr } = await runProgram(['rehearse', name]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [head, , ...steps] = stdout.split(/\n\n/);
    expect(head).toMatch(new RegExp(`^Rehearsal ${name}\nOn a real virtual machine`));
    const orders = steps.filter((step) => step.includes('order     '));
    expect(orders.length).toBeGreaterThan(5);
    for (const order of orders)
      expect(order).toMatch(/signed by .+\n +changes .+\n +expected {2}(.+)\n +seen {6}\1$/);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^✓ \d+ steps, each as expected$/);
  });

  it('gives the same story to programs', async () => {
    const { code, json } = await runJson(['rehearse', name]);
    expect(code).toBe(0);
    expect(json).toMatchObject({ version: 1, rehearsal: name, held: true });
    expect(Object.keys(json.steps[0])).toEqual(
      expect.arrayContaining(['title', 'action', 'order', 'expected', 'seen', 'held']),
    );
  });

  it('says on a machine without the virtual machine which part is missing, and what to do', async () => {
    const folder = temporaryFolder();
    cpSync('bundle', join(folder, 'bundle'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const program = join(folder, 'bundle/run.js');
    const { code, stdout, stderr } = await runProgram(['rehearse', name], { program });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^error: nothing can be rehearsed on this machine: litesvm is missing\nhint: install/,
    );
    expect(stderr).not.toContain(folder);
  });
});
