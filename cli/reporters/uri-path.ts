/** A path with slashes as part of a URI. */
export const uriPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
