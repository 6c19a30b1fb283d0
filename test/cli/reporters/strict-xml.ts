/** An element with its attributes and children; text between elements that is only white space is left out. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** Section 2.2 of XML 1.0 (fifth edition): what a document may hold at all. */
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const OPEN = /^<([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads a document that is well-formed XML 1.0 without a DTD, comments or CDATA, and throws for anything else. Stricter
 * than a parser has to be: no namespaces, one space between attributes, nothing after the root but a line break.
 */
export function parseXml(document: string): Element {
  const illegal = ILLEGAL.exec(document);
  if (illegal) throw new Error(`a character that XML cannot hold: ${JSON.stringify(illegal[0])}`);
  if (!document.startsWith(DECLARATION)) throw new Error('no XML declaration');
  const { element, rest } = readElement(document.slice(DECLARATION.length));
  if (rest !== '\n') throw new Error(`behind the root: ${JSON.stringify(rest.slice(0, 40))}`);
  return element;
}

function readElement(text: string): { readonly element: Element; readonly rest: string } {
  const [tag, name = '', attributeText = '', empty] = OPEN.exec(text) ?? [];
  if (tag === undefined) throw new Error(`no element: ${JSON.stringify(text.slice(0, 40))}`);
  const attributes = readAttributes(attributeText);
  const children: (Element | string)[] = [];
  let rest = text.slice(tag.length);
  if (empty) return { element: { name, attributes, children }, rest };
  for (;;) {
    const until = rest.indexOf('<');
    if (until < 0) throw new Error(`<${name}> is never closed`);
    const between = readText(rest.slice(0, until));
    if (between.trim() !== '') children.push(between);
    rest = rest.slice(until);
    if (rest.startsWith(`</${name}>`))
      return { element: { name, attributes, children }, rest: rest.slice(name.length + 3) };
    const child = readElement(rest);
    children.push(child.element);
    rest = child.rest;
  }
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name = '', value = '']) => {
    if (/[\n\t\r]/.test(value)) throw new Error(`white space in ${name} that a parser makes a space`);
    return [name, readText(value)] as const;
  });
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length)
    throw new Error('an attribute stands twice');
  return Object.fromEntries(pairs);
}

function readText(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> stands in text');
  return text.replace(/&([^;]*;?)/g, (_, reference: string) => {
    const name = reference.slice(0, -1);
    const code = /^#(\d+)$/.exec(name)?.[1];
    const character = code === undefined ? ENTITIES[name] : String.fromCodePoint(Number(code));
    if (character === undefined || !reference.endsWith(';')) throw new Error(`no entity: &${reference}`);
    return character;
  });
}
