/** A tree that {@link toXml} writes: text, or elements by name; an array repeats its element. */
export type XmlValue = string | number | boolean | XmlElements;
export interface XmlElements {
  readonly [name: string]: XmlValue | readonly XmlValue[] | undefined;
}

/** Writes elements in the order given; undefined members are left out. */
export function toXml(elements: XmlElements): string {
  return Object.entries(elements)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [value].flat().map((item) => element(name, item as XmlValue)),
    )
    .join('');
}

function element(name: string, value: XmlValue): string {
  return `<${name}>${typeof value === 'object' ? toXml(value) : escapeXml(String(value))}</${name}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

// XML 1.0 has no way to write most control characters, not even escaped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text as it may stand between tags or in an attribute. */
export const escapeXml = (text: string): string =>
  text.replace(UNWRITABLE, '').replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);
