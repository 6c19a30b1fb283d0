import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';

// The plugin is CommonJS: what a bundler and what Node import of it differ.
const addFormats =
  (addFormatsModule as unknown as { default?: typeof addFormatsModule }).default ?? addFormatsModule;
const FILE = 'node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json';

/** The official schema of SARIF 2.1.0, as the validator of its authors carries it; sentences about what breaks it. */
export function sarifSchema(): (log: unknown) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(FILE, 'utf8')));
  return (log) => {
    validate(log);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
