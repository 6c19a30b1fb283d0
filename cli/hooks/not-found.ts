import type { Hook } from '@oclif/core/hooks';
import { unknownCommand } from '../unknown-name.ts';

/** oclif calls this when no command matches; the error travels to `cli/run.ts` like any other. */
const notFound: Hook.CommandNotFound = async ({ id, config }) => {
  const known = config.commands
    .filter((command) => !command.hidden)
    .map((command) => command.id.replaceAll(':', ' '));
  throw unknownCommand(id.split(':'), known);
};

export default notFound;
