import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A command that ends in every way a command can end; it exists in tests only. */
const PROBE = `
import { Args, Flags } from '@oclif/core';
import { DrillbookCommand } from '../base-command.ts';
import { OperatorError } from '../operator-error.ts';

export default class Probe extends DrillbookCommand {
  static override summary = 'End in the way that was asked for.';
  static override args = { way: Args.string({ required: true }) };
  static override flags = { severity: Flags.string({ options: ['high', 'low'] }) };

  async run() {
    const { args } = await this.parse(Probe);
    if (args.way === 'findings') this.exitAs('findings');
    if (args.way === 'operator') throw new OperatorError('cannot read book.yaml', { hint: 'run drillbook init' });
    if (args.way === 'bug') throw new TypeError('undefined is not a policy');
    if (args.way === 'later') setTimeout(() => { throw new Error('thrown from a timer'); }, 1);
    if (args.way === 'long') for (let i = 0; i < 200_000; i++) this.log('line ' + i);
    this.log('a line for a person');
    return { way: args.way };
  }
}
`;

export interface Program {
  run(...argv: string[]): SpawnSyncReturns<string>;
  path: string;
  remove(): void;
}

/** Bundles the real program with the probe among its commands, in a temporary directory. */
export function buildProgramWithProbe(): Program {
  const dir = mkdtempSync(join(tmpdir(), 'drillbook-probe-'));
  for (const part of ['cli', 'model', 'scripts', 'package.json'])
    cpSync(part, join(dir, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(dir, 'node_modules'));
  // Only the probe: the program's own commands have their own tests.
  for (const part of ['cli/commands', 'cli/workers'])
    rmSync(join(dir, part), { recursive: true, force: true });
  mkdirSync(join(dir, 'cli/commands'));
  writeFileSync(join(dir, 'cli/commands/probe.ts'), PROBE);
  execFileSync(process.execPath, ['scripts/bundle.mjs'], { cwd: dir, stdio: 'pipe' });
  const path = join(dir, 'bundle/run.js');
  const run = (...argv: string[]) => spawnSync(process.execPath, [path, ...argv], { encoding: 'utf8' });
  return { path, run, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
