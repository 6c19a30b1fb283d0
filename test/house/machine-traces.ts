/** Absolute paths of somebody's disk and private registries; the public registry may be named where packages are published. */
const TRACES = [
  /(?<![\w.~-])\/(?:work|root|home)\/[\w.-]/,
  /\bregistry\.(?!npmjs\.org\b|schema\.json\b)[a-z0-9-]+\.[a-z]/i,
  /\b(?:artifactory|codeartifact|nexus)\.[a-z0-9-]+\.[a-z]/i,
];

/** Each as `file:line: text`; a container's own home directory in a workflow is still a trace. */
export function machineTraces(file: string, text: string): string[] {
  return text.split('\n').flatMap((line, i) => {
    const trace = TRACES.map((pattern) => pattern.exec(line)?.[0]).find((found) => found !== undefined);
    return trace === undefined ? [] : [`${file}:${i + 1}: ${trace}`];
  });
}
