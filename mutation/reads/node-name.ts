/** Stands for the keys of a node: which there are, and in which order. */
export const ALL = '*';

/** The name of a node inside another; no key of a document holds a zero byte. */
export const child = (node: string, key: unknown): string => `${node}\0${String(key)}`;
