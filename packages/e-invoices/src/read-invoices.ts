import { CII_NAMESPACE, readCii, ZUGFERD_1_NAMESPACE, ZUGFERD_RC_NAMESPACE } from './cii.ts';
import { EInvoiceError } from './errors.ts';
import { FATTURAPA_NAMESPACES, readFatturaPa } from './fatturapa.ts';
import { FATTURAPA_SIMPLIFIED_NAMESPACE, readSimplifiedFatturaPa } from './fatturapa-simplified.ts';
import type { Invoice } from './invoice.ts';
import { readUbl, UBL_NAMESPACES } from './ubl.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** Reads the invoices of one root element. */
interface Format {
  /** Whether elements of a namespace belong to the invoice; others, such as signatures and extensions, are passed over. */
  readonly owns: (namespace: string) => boolean;
  readonly read: (root: XmlElement) => readonly Invoice[];
}

const CII: Format = {
  owns: (namespace) => /^urn:(?:un:unece:uncefact:|ferd:)/.test(namespace),
  read: (root) => [readCii(root)],
};
const ZUGFERD_RC: Format = {
  owns: (namespace) => namespace === '' || CII.owns(namespace),
  read: CII.read,
};
const UBL: Format = {
  owns: (namespace) =>
    /^urn:oasis:names:specification:ubl:schema:xsd:(?:Invoice|CreditNote|CommonAggregateComponents|CommonBasicComponents)-2$/.test(
      namespace,
    ),
  read: (root) => [readUbl(root)],
};
const FATTURAPA: Format = {
  owns: (namespace) => namespace === '' || FATTURAPA_NAMESPACES.includes(namespace),
  read: readFatturaPa,
};
const SIMPLIFIED_FATTURAPA: Format = {
  owns: (namespace) => namespace === '' || namespace === FATTURAPA_SIMPLIFIED_NAMESPACE,
  read: readSimplifiedFatturaPa,
};

/** By the namespace of the root and its name: a prefix means nothing. */
const FORMATS: ReadonlyMap<string, Format> = new Map([
  [`${CII_NAMESPACE} CrossIndustryInvoice`, CII],
  [`${ZUGFERD_1_NAMESPACE} CrossIndustryDocument`, CII],
  [`${ZUGFERD_RC_NAMESPACE} Invoice`, ZUGFERD_RC],
  ...UBL_NAMESPACES.map((namespace): [string, Format] => [
    `${namespace} ${namespace.includes('CreditNote') ? 'CreditNote' : 'Invoice'}`,
    UBL,
  ]),
  ...FATTURAPA_NAMESPACES.map((namespace): [string, Format] => [`${namespace} FatturaElettronica`, FATTURAPA]),
  [`${FATTURAPA_SIMPLIFIED_NAMESPACE} FatturaElettronicaSemplificata`, SIMPLIFIED_FATTURAPA],
]);

const formatOf = ({ namespace, name }: XmlElement): Format | undefined => FORMATS.get(`${namespace} ${name}`);

/** The envelope of Peppol, which holds the invoice beside its own header. */
const isPeppolEnvelope = ({ namespace, name }: XmlElement): boolean =>
  name === 'StandardBusinessDocument' &&
  namespace === 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader';

/**
 * Reads every invoice of an XML file: one, or of a FatturaPA as many as it has bodies.
 *
 * @throws EInvoiceError `MalformedInvoiceError` for what is no XML or holds no numbers and days where these stand,
 * `UnknownInvoiceFormatError` for other XML, `EnvelopedInvoiceError` for a signed `.p7m` around a FatturaPA.
 */
export function readInvoices(bytes: Uint8Array): readonly Invoice[] {
  if (isEnvelope(bytes)) {
    throw new EInvoiceError(
      'EnvelopedInvoiceError',
      'expected the plain XML of the invoice, got a signed envelope (.p7m); take the invoice out of it, or ask for it without the signature',
    );
  }
  const outermost = parseXml(bytes);
  const root = (isPeppolEnvelope(outermost) ? outermost.children.find(formatOf) : undefined) ?? outermost;
  const format = formatOf(root);
  if (!format) {
    throw new EInvoiceError(
      'UnknownInvoiceFormatError',
      `expected an invoice in CII (Factur-X, ZUGFeRD, XRechnung), UBL or FatturaPA, got "${root.name}" of "${root.namespace}"`,
    );
  }
  const invoices = format.read(withinFormat(root, format));
  if (invoices.length === 0)
    throw new EInvoiceError('MalformedInvoiceError', 'expected at least one invoice in the file');
  return invoices;
}

/** PKCS #7 in DER begins with a sequence that holds the identifier of signed data, also as base64; in PEM with a line of hyphens. */
export function isEnvelope(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 64));
  const text = head.toString('latin1');
  return [head, Buffer.from(text, 'base64')].some(isSignedData) || /^-----BEGIN (?:PKCS7|CMS)/.test(text);
}

const isSignedData = (head: Buffer): boolean =>
  head[0] === 0x30 && head.includes('\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02', 0, 'latin1');

const withinFormat = (element: XmlElement, format: Format): XmlElement => ({
  ...element,
  children: element.children
    .filter(({ namespace }) => format.owns(namespace))
    .map((child) => withinFormat(child, format)),
});
