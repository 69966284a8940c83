import { FormatFactoryService, type Invoice, InvoiceService } from '@e-invoice-eu/core';
import { categoryOf, type DrawnCharge, type DrawnInvoice } from './drawn-invoice.ts';

const SILENT = { log: () => {}, warn: () => {}, error: () => {} };
const service = new InvoiceService(SILENT);
const formats = new FormatFactoryService();
const SCHEME = { 'cac:TaxScheme': { 'cbc:ID': 'VAT' } };

export type WriterFormat = 'CII' | 'UBL';

/**
 * Written by @e-invoice-eu/core, which shares no code with this reader. By its format alone: the whole service compiles
 * its schema anew for each invoice, which takes longer than all else.
 */
export async function writeXml(drawn: DrawnInvoice, format: WriterFormat): Promise<string> {
  const invoice = asInternal(drawn);
  const writer = formats.createFormatService(format, SILENT);
  writer.fillInvoiceDefaults(invoice);
  return (await writer.generate(invoice, { format, lang: 'en' })) as string;
}

/** By the whole service, which checks the invoice against its schema: inside the PDF that is given. */
export const writePdf = async (invoice: DrawnInvoice, format: string, pdf: Uint8Array): Promise<Uint8Array> =>
  (await service.generate(asInternal(invoice), {
    format,
    lang: 'en',
    noWarnings: true,
    pdf: { buffer: pdf, filename: 'invoice.pdf', mimetype: 'application/pdf' },
  })) as Uint8Array;

/** That library's own JSON, which has the names of UBL. */
function asInternal(invoice: DrawnInvoice): Invoice {
  const { currency, totals } = invoice;
  const money = (name: string, value: string, of = currency) => ({
    [`cbc:${name}`]: value,
    [`cbc:${name}@currencyID`]: of,
  });
  const category = (rate: string) => ({ 'cbc:ID': categoryOf(rate), 'cbc:Percent': rate, ...SCHEME });
  const charge = ({ isCharge, reason, amount }: DrawnCharge) => ({
    'cbc:ChargeIndicator': String(isCharge),
    'cbc:AllowanceChargeReason': reason,
    ...money('Amount', amount),
  });
  const party = (name: string, id: string, country: string) => ({
    'cac:Party': {
      'cbc:EndpointID': 'mail@example.org',
      'cbc:EndpointID@schemeID': 'EM',
      'cac:PartyName': { 'cbc:Name': `${name} at work` },
      'cac:PostalAddress': {
        'cbc:StreetName': 'Ofenweg 4',
        'cbc:CityName': 'Musterstadt',
        'cbc:PostalZone': '12345',
        'cac:Country': { 'cbc:IdentificationCode': country },
      },
      'cac:PartyLegalEntity': { 'cbc:RegistrationName': name },
      'cac:Contact': { 'cbc:Name': name, 'cbc:Telephone': '+49 30 1234567', 'cbc:ElectronicMail': 'mail@example.org' },
      ...(id !== '' && { 'cac:PartyTaxScheme': [{ 'cbc:CompanyID': id, ...SCHEME }] }),
    },
  });
  const internal = {
    'ubl:Invoice': {
      'cbc:ID': invoice.number,
      'cbc:IssueDate': '2026-11-03',
      'cbc:DueDate': '2026-12-03',
      'cbc:InvoiceTypeCode': invoice.typeCode,
      'cbc:DocumentCurrencyCode': currency,
      ...(invoice.reported && { 'cbc:TaxCurrencyCode': invoice.reported.currency }),
      'cbc:BuyerReference': 'AK-7',
      'cac:BillingReference': [{ 'cac:InvoiceDocumentReference': { 'cbc:ID': 'BEFORE-1' } }],
      'cac:AccountingSupplierParty': party('Brenner Heiztechnik GmbH', 'DE136695976', 'DE'),
      'cac:AccountingCustomerParty': party('Ada Kramer', '', 'AT'),
      'cac:Delivery': { 'cbc:ActualDeliveryDate': '2026-10-30' },
      'cac:PaymentMeans': [
        { 'cbc:PaymentMeansCode': '30', 'cac:PayeeFinancialAccount': { 'cbc:ID': 'DE02120300000000202051' } },
      ],
      'cac:AllowanceCharge': invoice.charges.map((one) => ({ ...charge(one), 'cac:TaxCategory': category(one.rate) })),
      'cac:TaxTotal': [
        {
          ...money('TaxAmount', totals.tax),
          'cac:TaxSubtotal': invoice.taxes.map(({ rate, basis, amount }) => ({
            ...money('TaxableAmount', basis),
            ...money('TaxAmount', amount),
            'cac:TaxCategory': category(rate),
          })),
        },
        ...(invoice.reported ? [money('TaxAmount', invoice.reported.tax, invoice.reported.currency)] : []),
      ],
      'cac:LegalMonetaryTotal': {
        ...money('LineExtensionAmount', totals.lines),
        ...money('TaxExclusiveAmount', totals.withoutTax),
        ...money('TaxInclusiveAmount', totals.withTax),
        ...money('AllowanceTotalAmount', totals.allowances),
        ...money('ChargeTotalAmount', totals.charges),
        ...money('PrepaidAmount', totals.prepaid),
        ...money('PayableRoundingAmount', totals.rounding),
        ...money('PayableAmount', totals.due),
      },
      'cac:InvoiceLine': invoice.lines.map((line, index) => ({
        'cbc:ID': String(index + 1),
        'cbc:InvoicedQuantity': line.quantity,
        'cbc:InvoicedQuantity@unitCode': 'KGM',
        ...money('LineExtensionAmount', line.net),
        'cac:AllowanceCharge': line.charges.map(charge),
        'cac:Item': {
          'cbc:Description': line.description,
          'cbc:Name': line.name,
          'cac:ClassifiedTaxCategory': category(line.rate),
        },
        'cac:Price': {
          ...money('PriceAmount', line.price),
          'cbc:BaseQuantity': line.baseQuantity,
          'cbc:BaseQuantity@unitCode': 'KGM',
        },
      })),
    },
  };
  return internal as unknown as Invoice;
}
