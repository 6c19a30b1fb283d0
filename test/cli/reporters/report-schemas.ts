import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';

const FOLDER = 'schemas/reports';

/** Asks a published schema; sentences about what breaks it. */
export function reportSchemas(): (name: string, report: unknown) => string[] {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  for (const file of readdirSync(FOLDER)) ajv.addSchema(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
  return (name, report) => {
    const validate = ajv.getSchema(`https://drillbook.dev/schemas/reports/${name}.schema.json`);
    if (!validate) throw new Error(`schemas/reports holds no ${name}`);
    validate(report);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
