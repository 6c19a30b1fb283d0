import { OperatorError } from '../operator-error.ts';
import { printable } from '../printable.ts';

/** An endpoint as the operator wrote it: `NAME=URL` or a URL. The URL may hold a key and is never printed. */
export interface NamedUrl {
  readonly name: string;
  readonly url: string;
  readonly origin: string;
}

const NAMED = /^([A-Za-z0-9][A-Za-z0-9 ._-]{0,39})=(.+)$/;

/** From the flags, else from the environment variable (parted by spaces), so that keys need not stand in a command line. */
export function endpointsOf(
  kind: string,
  flags: readonly string[] | undefined,
  variable: string,
): NamedUrl[] {
  const written = flags ?? (process.env[variable] ?? '').split(/\s+/).filter(Boolean);
  const endpoints = written.map((text, index) => endpointOf(text, `${kind} ${index + 1}`));
  refuseTwins(endpoints);
  return endpoints;
}

function endpointOf(text: string, fallback: string): NamedUrl {
  const [, name = fallback, address = text] = NAMED.exec(text) ?? [];
  if (!URL.canParse(address)) throw unusable(name, 'that is no URL');
  const { protocol, username, password, origin, href } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') throw unusable(name, 'the URL is not http or https');
  if (username !== '' || password !== '')
    throw unusable(name, 'a user and password in the URL are not sent; put a key in its path or query');
  return { name, url: href, origin };
}

/** Two that are one would corroborate each other. */
function refuseTwins(endpoints: readonly NamedUrl[]): void {
  for (const [index, { name, origin }] of endpoints.entries()) {
    const twin = endpoints.slice(0, index).find((other) => other.name === name || other.origin === origin);
    if (twin) throw unusable(name, `it is the same as \`${printable(twin.name)}\``);
  }
}

const unusable = (name: string, why: string) =>
  new OperatorError(`the endpoint \`${printable(name)}\` cannot be used: ${why}`, {
    hint: 'write https://HOST/PATH or NAME=https://HOST/PATH',
  });
