// Runs bench/*.bench.ts and prints ratios: node scripts/bench.mjs [NAME...] [--write]
//   NAME     only the files whose name contains it
//   --write  also put the rows into docs/benchmarks.md; those of files that were not run stay as they are
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const DOC = 'docs/benchmarks.md';
const START = '<!-- bench:start -->';
const END = '<!-- bench:end -->';

/** Node 20 cannot run TypeScript: every bench becomes one file inside node_modules, where its packages resolve. */
async function compile(files) {
  const outdir = join(realpathSync('node_modules'), '.cache', `drillbook-bench-${process.pid}`);
  mkdirSync(outdir, { recursive: true });
  await build({
    entryPoints: ['bench/harness.ts', ...files],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  return outdir;
}

const digits = (value) => (value >= 100 ? 0 : value >= 10 ? 1 : 2);
const number = (value) => value.toFixed(digits(value));
const withRange = ({ median, min, max }) => `${number(median)}x (${number(min)}..${number(max)})`;

function perOperation(ms) {
  if (ms >= 1) return `${number(ms)} ms`;
  return ms >= 1e-3 ? `${number(ms * 1e3)} µs` : `${number(ms * 1e6)} ns`;
}

const perSecond = (ms) => String(Math.round(1e3 / ms)).replace(/\B(?=(\d{3})+$)/g, ',');

function row({ name, baseline, subject, reads, unit: operations }, { baselineMs, subjectMs, ratio }) {
  const unit = reads === 'speed' ? 'as fast' : 'as long';
  const rate = (ms) => (operations ? `, ${perSecond(ms)} ${operations}/s` : '');
  const side = (contender, { median }) => `${contender.name} (${perOperation(median)}${rate(median)})`;
  const cells = [name, side(subject, subjectMs), side(baseline, baselineMs), `${withRange(ratio)} ${unit}`];
  return `| ${cells.join(' | ')} |`;
}

const machine = () =>
  `${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, Node ${process.version}`;

const nameOf = (row) => row.split(' | ')[0];

/** Replaces the rows that were measured; with `keep`, the others stay. */
function writeDoc(rows, keep) {
  const doc = readFileSync(DOC, 'utf8');
  const [before, rest] = doc.split(START);
  const [old, after] = rest?.split(END) ?? [];
  if (after === undefined) throw new Error(`${DOC} has no ${START} ... ${END}`);
  const measured = new Map(rows.map((row) => [nameOf(row), row]));
  const known = old.split('\n').filter((line) => /^\| (?!what \|)/.test(line));
  const kept = keep ? known.map((row) => measured.get(nameOf(row)) ?? row) : [];
  const added = rows.filter((row) => !kept.includes(row));
  writeFileSync(DOC, `${before}${START}\n${table([...kept, ...added])}${END}${after}`);
}

const table = (rows) =>
  `${machine()}. Median of all rounds (least..most).\n\n| what | subject | baseline | ratio |\n|---|---|---|---|\n${rows.join('\n')}\n`;

async function main(argv) {
  const names = argv.filter((word) => !word.startsWith('--'));
  const files = readdirSync('bench')
    .filter(
      (file) => file.endsWith('.bench.ts') && (names.length === 0 || names.some((n) => file.includes(n))),
    )
    .map((file) => `bench/${file}`);
  if (files.length === 0) throw new Error(`no bench/*.bench.ts matches ${names.join(', ') || 'anything'}`);
  const outdir = await compile(files);
  try {
    const load = (file) => import(pathToFileURL(join(outdir, file)).href);
    const { interleave } = await load('harness.mjs');
    const rows = [];
    for (const file of files) {
      const module = await load(file.replace(/^bench\/(.*)\.ts$/, '$1.mjs'));
      for (const bench of [module.default].flat()) {
        process.stderr.write(`${bench.name}: ${bench.about}, ${bench.rounds} rounds\n`);
        rows.push(row(bench, await interleave(bench)));
      }
    }
    process.stdout.write(table(rows));
    if (argv.includes('--write')) writeDoc(rows, names.length > 0);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

await main(process.argv.slice(2));
