import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

/** A file of the bundle with what it names of others. */
interface BundledFile {
  /** Loaded with it, before it runs. */
  readonly imports: readonly string[];
  /** Loaded when it asks for them. */
  readonly asksFor: readonly string[];
  readonly text: string;
}

const FOLDER = 'bundle';

/** Every file of the bundle by its path below it; names in it are paths below it too, or packages. */
export function bundleGraph(): Map<string, BundledFile> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      const named = (pattern: RegExp) =>
        [...text.matchAll(pattern)].map(([, name = '']) =>
          name.startsWith('.') ? normalize(join(file, '..', name)) : name,
        );
      return [
        file,
        { text, imports: named(/(?:\bfrom|\bimport)"([^"\n]+)"/g), asksFor: named(/\bimport\("([^"\n]+)"/g) },
      ];
    }),
  );
}

/** All that is loaded with a file, files and packages; with `asked` also all that it can ever ask for. */
export function loadedWith(
  graph: ReadonlyMap<string, BundledFile>,
  entry: string,
  asked = false,
): Set<string> {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const file = graph.get(name);
    for (const each of [...(file?.imports ?? []), ...(asked ? (file?.asksFor ?? []) : [])]) visit(each);
  };
  visit(entry);
  return seen;
}
