import { run } from '@oclif/core/run';
import { settings } from '@oclif/core/settings';
import { reportFailure, wantsJson } from './report-failure.ts';

/** The program. oclif finds and runs the command; whatever a command did not catch itself ends here. */
const argv = process.argv.slice(2);

// A reader that went away (`drillbook replay | head`) is not an error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}
process.on('uncaughtException', (error) => {
  reportFailure(error, wantsJson(argv));
  process.exit();
});

settings.enableAutoTranspile = false; // everything is bundled: never look for a TypeScript compiler
try {
  await run(argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv, import.meta.url);
} catch (error) {
  reportFailure(error, wantsJson(argv));
}
