import * as Flags from '@oclif/core/flags';

/** `--timeout`, for each request to one endpoint. */
export const timeoutFlag = {
  timeout: Flags.integer({
    helpValue: 'SECONDS',
    min: 1,
    max: 300,
    default: 10,
    summary: 'How long one endpoint may take for one answer.',
  }),
};
