/** Last words of the identifiers of Factur-X and ZUGFeRD, and what their standards call them. */
const NAMES: Readonly<Record<string, string>> = {
  minimum: 'MINIMUM',
  basicwl: 'BASIC WL',
  basic: 'BASIC',
  comfort: 'COMFORT',
  extended: 'EXTENDED',
  '2017': 'EN 16931',
  en16931: 'EN 16931',
};

/**
 * The name of the rules that an invoice says to keep (BT-24), whatever the format:
 * `urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0` is XRECHNUNG. What is not known is given as written.
 */
export function profileOf(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  if (/xrechnung/i.test(id)) return 'XRECHNUNG';
  if (/peppol/i.test(id)) return 'Peppol BIS 3';
  const [last = ''] = id.split(/[:#]/).reverse();
  return NAMES[last.toLowerCase()] ?? (/en16931/i.test(id) ? 'EN 16931' : id);
}
