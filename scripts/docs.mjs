// Writes the generated parts of our own pages anew, or shows which of them are stale.
//   npm run docs                      mend them (as with --write)
//   npm run docs -- --check           write nothing, print what differs, exit 1 when anything does
//   npm run docs -- --day 2026-09-16  judge the books on another day than the one that their pages name
import { parseArgs } from 'node:util';
import { withCompiled } from './compile.mjs';

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, write: { type: 'boolean' }, day: { type: 'string' } },
});
if (values.check && values.write)
  throw new Error('--check writes nothing: leave out one of --check and --write');

await withCompiled(['scripts/docs/run-docs.ts'], async (load) => {
  const { runDocs } = await load('scripts/docs/run-docs.ts');
  process.exitCode = await runDocs({ isWriting: !values.check, day: values.day });
});
