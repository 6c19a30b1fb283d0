import { github } from './github.ts';
import { json } from './json.ts';
import { oneline } from './oneline.ts';
import type { Reporter } from './reporter.ts';
import { text } from './text.ts';

/** By the word that `--format` takes. */
export const REPORTERS: Readonly<Record<string, Reporter>> = { text, oneline, github, json };
