/**
 * The rooms and what each may import of ours. Reality is the table in ARCHITECTURE.md: an arrow is added there and here, in
 * one reviewed line.
 */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  rules: ['model'],
  simulator: ['model'],
  mutation: ['model', 'rules', 'simulator'],
  verifier: [],
  contract: ['model', 'verifier', 'publish'],
  tabletop: ['model', 'simulator'],
  publish: ['model', 'simulator'],
  // The published shapes of reports: a part that is read back is held to the shape it was written in.
  cli: ['schemas', 'model', 'rules', 'simulator', 'mutation', 'verifier', 'contract', 'tabletop', 'publish'],
};

/** Everything but `cli` is pure: it has no terminal, file, clock, network or chance. */
export const PURE_ROOMS = Object.keys(ROOMS).filter((room) => room !== 'cli');

/** The live session has a server: these files may touch the clock and the network, nothing else below `cli` may. */
export const isServer = (path: string) => /^tabletop\/server([/.-]|$)/.test(path);

/** Folders that hold product code which the sizes and the words are checked in. */
export const PRODUCT_FOLDERS = [...Object.keys(ROOMS), 'scripts', 'bench'];
