import { XMLParser } from 'fast-xml-parser';
import { decodeXml } from './decode-xml.ts';
import { EInvoiceError } from './errors.ts';

/** An element with its name in its namespace. Texts are kept as they are written: an amount is never a number. */
export interface XmlElement {
  /** URI of the namespace; empty for none. */
  readonly namespace: string;
  /** Without prefix. */
  readonly name: string;
  /** By name, without those of other namespaces. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text without the blanks around it. */
  readonly text: string;
}

/** 10 MiB: what the largest format, with files inside, is allowed by the networks that carry them. */
export const MOST_BYTES = 10 * 1024 * 1024;
const MOST_DEPTH = 64;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
});

type Node = { readonly ':@'?: Readonly<Record<string, string>> } & { readonly [name: string]: unknown };

/**
 * Reads a document of XML 1.0 with namespaces, in the encoding it declares.
 *
 * @throws EInvoiceError `MalformedInvoiceError` for more than 10 MiB, a document type (none of the formats has one; its
 * entities could say anything), and what is not well formed. A byte that XML has no character for, which careless programs
 * write, is a blank; it would only steer who shows it.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  if (bytes.length > MOST_BYTES)
    throw malformed(`expected at most ${grouped(MOST_BYTES)} bytes of XML (10 MiB), got ${grouped(bytes.length)}`);
  const text = decodeXml(bytes).replace(NO_CHARACTERS, ' ');
  // Looked for outside comments, CDATA and instructions, where it would be text.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, ''))) {
    throw malformed('expected an invoice without a document type');
  }
  const [root, ...others] = elementsOf(parsed(text), { xml: XML_NAMESPACE }, 0);
  if (!root || others.length > 0) throw malformed('expected one element that holds the invoice');
  return root;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NO_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

function parsed(text: string): Node[] {
  try {
    return parser.parse(text, true) as Node[];
  } catch (error) {
    throw malformed(`expected well-formed XML: ${plainly((error as Error).message)}`);
  }
}

/** The parser lists every element that is open where the text ends. */
const plainly = (message: string): string =>
  /^Invalid '\[/.test(message) ? 'the file is cut off before its elements end' : message;

const grouped = (bytes: number): string => bytes.toLocaleString('en');

/** Prefixes in scope; the empty one is the default. */
type Scope = Readonly<Record<string, string>>;

function elementsOf(nodes: readonly Node[], outer: Scope, depth: number): XmlElement[] {
  if (depth > MOST_DEPTH) throw malformed(`expected at most ${MOST_DEPTH} elements inside each other`);
  return nodes.flatMap((node) => {
    const { ':@': attributes = {}, ...rest } = node;
    const [tag] = Object.keys(rest);
    if (tag === undefined || tag.startsWith('#') || tag.startsWith('?')) return [];
    const scope = { ...outer, ...declared(attributes) };
    const [prefix, name] = tag.includes(':') ? (tag.split(':', 2) as [string, string]) : ['', tag];
    const namespace = scope[prefix] ?? '';
    if (prefix !== '' && namespace === '') throw malformed(`expected a declaration of the prefix "${prefix}"`);
    const inner = rest[tag] as readonly Node[];
    return [
      {
        namespace,
        name,
        attributes: plainAttributes(attributes),
        children: elementsOf(inner, scope, depth + 1),
        text: inner.map(textOf).join('').trim(),
      },
    ];
  });
}

function textOf(node: Node): string {
  const { '#text': text, '#cdata': cdata } = node;
  if (typeof text === 'string') return unescaped(text);
  return Array.isArray(cdata) ? cdata.map((part: Node) => String(part['#text'] ?? '')).join('') : '';
}

const declared = (attributes: Readonly<Record<string, string>>): Scope =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, uri]) => {
      if (name === 'xmlns') return [['', unescaped(uri)]];
      return name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), unescaped(uri)]] : [];
    }),
  );

const plainAttributes = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !name.includes(':') && name !== 'xmlns')
      .map(([name, value]) => [name, unescaped(value)]),
  );

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and characters by number; any other would need a document type. */
function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (entity, decimal, hex, name) => {
    if (name !== undefined) {
      const character = NAMED[name];
      if (character === undefined) throw malformed(`expected no entity beside those of XML, got "${entity}"`);
      return character;
    }
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    const text = isCharacter ? String.fromCodePoint(code) : '';
    if (text.replace(NO_CHARACTERS, '') === '') throw malformed(`expected a character, got "${entity}"`);
    return text;
  });
}

const malformed = (message: string): EInvoiceError => new EInvoiceError('MalformedInvoiceError', message);
