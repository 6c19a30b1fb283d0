import type { WantedPart } from '../../publish/parts/stale-part.ts';
import { commandParts } from './command-parts.ts';
import { coverageParts } from './coverage-parts.ts';
import { exitParts } from './exit-parts.ts';
import { findingsParts } from './findings-parts.ts';
import { mutationParts } from './mutation-parts.ts';
import { readmeParts } from './readme-parts.ts';
import { reportParts } from './report-parts.ts';
import { ruleParts } from './rule-parts.ts';
import { schemaParts } from './schema-parts.ts';
import { traceParts } from './trace-parts.ts';
import { verifierParts } from './verifier-parts.ts';

/** Parts that are made from the source alone, on `day` or on the day that a page names. */
export const partsFromSource = (day?: string): WantedPart[] => [
  ...ruleParts(),
  ...findingsParts(day),
  ...coverageParts(),
  ...mutationParts(),
  ...verifierParts(),
  ...traceParts(),
  ...schemaParts(),
  ...reportParts(),
  ...exitParts(),
];

/** Parts that the built program is asked for. */
export const partsFromProgram = (): WantedPart[] => [...commandParts(), ...readmeParts()];
