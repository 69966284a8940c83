import type { Readable } from 'node:stream';
import { XMLParser } from 'fast-xml-parser';
import { s3Error } from '../s3-error.ts';

/** A tree of elements; every leaf is text. */
export type ParsedXml = { readonly [name: string]: ParsedXml | ParsedXml[] | string | undefined };

const MAXIMUM_BYTES = 2 * 1024 * 1024;

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  // A key may begin or end with a space.
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => ['Part', 'Object', 'Tag'].includes(name),
});

/**
 * Reads the XML body of a request whose root has the given name.
 *
 * @throws ServiceError `MalformedXML`.
 */
export async function parseXmlBody(body: Readable, root: string): Promise<ParsedXml> {
  const text = (await readWhole(body)).toString();
  // S3's documents have none, and an entity could stand for anything.
  if (/<!DOCTYPE/i.test(text)) throw s3Error('MalformedXML', 'expected XML without a document type');
  try {
    const parsed = parser.parse(text, true) as ParsedXml;
    const element = parsed[root];
    if (typeof element === 'object' && !Array.isArray(element)) return element;
  } catch (error) {
    throw s3Error('MalformedXML', `${s3Error('MalformedXML').message}: ${plainly(error)}`);
  }
  throw s3Error('MalformedXML', `expected the element ${root} with content`);
}

async function readWhole(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // A body that is left early must stay open: its connection carries the answer.
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > MAXIMUM_BYTES) throw s3Error('MalformedXML', `expected at most ${MAXIMUM_BYTES} bytes of XML`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The parser puts line and column behind its words, where it knows them. */
const plainly = (error: unknown): string => (error as Error).message.replace(/(?::(?:\d+|undefined))+$/, '');

/** The elements of a list, whose parser setting makes it an array. */
export const listOf = (value: ParsedXml[string]): ParsedXml[] => (Array.isArray(value) ? value : []);

/** The text of an element; undefined when it is missing or holds elements. */
export const textOf = (value: ParsedXml[string]): string | undefined => (typeof value === 'string' ? value : undefined);
