// Runs bench/*.bench.ts and prints ratios: node scripts/bench.mjs [NAME...] [--write]
//   NAME     only the files whose name contains it
//   --write  also put the rows into docs/benchmarks.md; those of files that were not run stay as they are
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { withCompiled } from './compile.mjs';

const DOC = 'docs/benchmarks.md';
const MARK = { kind: 'bench', name: 'rows', command: 'npm run bench -- --write' };

const digits = (value) => (value >= 100 ? 0 : value >= 10 ? 1 : 2);
const number = (value) => value.toFixed(digits(value));
const withRange = ({ median, min, max }) => `${number(median)}x (${number(min)}..${number(max)})`;

function perOperation(ms) {
  if (ms >= 1) return `${number(ms)} ms`;
  return ms >= 1e-3 ? `${number(ms * 1e3)} µs` : `${number(ms * 1e6)} ns`;
}

const perSecond = (ms) => String(Math.round(1e3 / ms)).replace(/\B(?=(\d{3})+$)/g, ',');

const share = ({ among, word }, { median }) => `, ${number((100 * (median - 1)) / among)} % ${word}`;

function row({ name, baseline, subject, reads, shared, unit: operations }, { baselineMs, subjectMs, ratio }) {
  const unit = reads === 'speed' ? 'as fast' : 'as long';
  const rate = (ms) => (operations ? `, ${perSecond(ms)} ${operations}/s` : '');
  const side = (contender, { median }) => `${contender.name} (${perOperation(median)}${rate(median)})`;
  const reading = `${withRange(ratio)} ${unit}${shared ? share(shared, ratio) : ''}`;
  const cells = [name, side(subject, subjectMs), side(baseline, baselineMs), reading];
  return `| ${cells.join(' | ')} |`;
}

const machine = () =>
  `${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, Node ${process.version}`;

const nameOf = (row) => row.split(' | ')[0];

/** Replaces the rows that were measured; with `keep`, the others stay. */
function writeDoc(rows, keep, { markedPart, withMarkedPart }) {
  const doc = readFileSync(DOC, 'utf8');
  const old = markedPart(doc, MARK);
  if (old === undefined) throw new Error(`${DOC} has no part of kind ${MARK.kind} called ${MARK.name}`);
  const measured = new Map(rows.map((row) => [nameOf(row), row]));
  const known = old.text.split('\n').filter((line) => /^\| (?!what \|)/.test(line));
  const kept = keep ? known.map((row) => measured.get(nameOf(row)) ?? row) : [];
  const added = rows.filter((row) => !kept.includes(row));
  writeFileSync(DOC, withMarkedPart(doc, MARK, table([...kept, ...added])));
}

const table = (rows) =>
  `${machine()}. Median of all rounds (least..most).\n\n| what | subject | baseline | ratio |\n|---|---|---|---|\n${rows.join('\n')}`;

async function main(argv) {
  const names = argv.filter((word) => !word.startsWith('--'));
  const files = readdirSync('bench')
    .filter(
      (file) => file.endsWith('.bench.ts') && (names.length === 0 || names.some((n) => file.includes(n))),
    )
    .map((file) => `bench/${file}`);
  if (files.length === 0) throw new Error(`no bench/*.bench.ts matches ${names.join(', ') || 'anything'}`);
  await withCompiled(['bench/harness.ts', 'publish/parts/marked-part.ts', ...files], async (load) => {
    const { interleave } = await load('bench/harness.ts');
    const rows = [];
    for (const file of files) {
      const module = await load(file);
      for (const bench of [module.default].flat()) {
        process.stderr.write(`${bench.name}: ${bench.about}, ${bench.rounds} rounds\n`);
        rows.push(row(bench, await interleave(bench)));
      }
    }
    process.stdout.write(`${table(rows)}\n`);
    if (argv.includes('--write'))
      writeDoc(rows, names.length > 0, await load('publish/parts/marked-part.ts'));
  });
}

await main(process.argv.slice(2));
