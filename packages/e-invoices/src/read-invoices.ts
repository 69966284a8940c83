import { CII_NAMESPACE, readCii, ZUGFERD_1_NAMESPACE, ZUGFERD_RC_NAMESPACE } from './cii.ts';
import { EInvoiceError } from './errors.ts';
import { FATTURAPA_NAMESPACE, readFatturaPa } from './fatturapa.ts';
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
  owns: (namespace) => namespace === '' || namespace === ZUGFERD_RC_NAMESPACE,
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
  owns: (namespace) => namespace === '' || namespace === FATTURAPA_NAMESPACE,
  read: readFatturaPa,
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
  [`${FATTURAPA_NAMESPACE} FatturaElettronica`, FATTURAPA],
]);

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
  const root = parseXml(bytes);
  const format = FORMATS.get(`${root.namespace} ${root.name}`);
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

/** PKCS #7 in DER begins with a sequence that holds the identifier of signed data; in PEM with a line of hyphens. */
export function isEnvelope(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const signedData = '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02';
  return (bytes[0] === 0x30 && head.includes(signedData)) || /^-----BEGIN (?:PKCS7|CMS)/.test(head);
}

const withinFormat = (element: XmlElement, format: Format): XmlElement => ({
  ...element,
  children: element.children
    .filter(({ namespace }) => format.owns(namespace))
    .map((child) => withinFormat(child, format)),
});
