import { fontFile } from '../fonts.ts';
import { finished, letter, newPdf } from '../pdf.ts';
import { type SampleDocument, sumOf } from '../sample.ts';

const items = [
  { description: 'Bildarchiv, 1 Jahr', quantity: 1, amountMinor: 4200 },
  { description: 'Speicher 200 GB, 1 Monat', quantity: 4, amountMinor: 800 },
];
const net = sumOf(items);
const tax = Math.round(net * 0.19);
const total = net + tax;

const NUMBER = 'IS-2026-1184';
const MADE_ON = new Date('2026-11-12T08:00:00Z');
/** The types of pdfkit do not know the relationship. */
const ATTACHMENT = {
  name: 'factur-x.xml',
  type: 'text/xml',
  description: 'Factur-X, EN 16931',
  relationship: 'Alternative',
  creationDate: MADE_ON,
  modifiedDate: MADE_ON,
};
const LEFT = 54;
const RIGHT = letter.width - 54;

/** An invoice as Factur-X has it: a page for people, and the same as data inside the PDF. */
export const softwareInvoice: SampleDocument = {
  file: '16-software-invoice.pdf',
  shows: 'Factur-X invoice in PDF: read by the data inside it, and not by its print',
  truth: {
    status: 'completed',
    vendor: 'Isarblick Software GmbH',
    purchasedOn: '2026-11-12',
    total: { amountMinor: total, currency: 'EUR' },
    tax: { amountMinor: tax, currency: 'EUR' },
    currency: 'EUR',
    category: 'office',
    lineItems: items,
  },
  async draw() {
    const pdf = newPdf(`Rechnung ${NUMBER}`, { pdfVersion: '1.7' });
    pdf.registerFont('text', fontFile('sans')).registerFont('bold', fontFile('sansBold'));
    pdf.file(Buffer.from(data()), ATTACHMENT);
    page(pdf);
    return await finished(pdf);
  },
};

const decimal = (minor: number): string => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
const german = (minor: number): string => `${decimal(minor).replace('.', ',')} €`;

function page(pdf: PDFKit.PDFDocument): void {
  pdf.addPage().font('bold').fontSize(18).text('Isarblick Software GmbH', LEFT, 54);
  pdf.font('text').fontSize(10).text('Auenstraße 8, 80469 München · USt-IdNr. DE999555031', LEFT, 78);
  pdf.text('Alice Moreno', LEFT, 130).text('4417 Third Street', LEFT, 144).text('Arlington, VA 22203, USA', LEFT, 158);
  pdf.font('bold').fontSize(14).text(`Rechnung ${NUMBER}`, LEFT, 210).fontSize(10).font('text');
  pdf.text('Rechnungsdatum: 12.11.2026', LEFT, 232).text('Zahlbar bis: 26.11.2026', LEFT, 246);
  const rows = [
    ...items.map(({ description, amountMinor }) => [description, amountMinor] as const),
    ['Nettobetrag', net] as const,
    ['Umsatzsteuer 19 %', tax] as const,
    ['Rechnungsbetrag', total] as const,
  ];
  rows.forEach(([label, amount], index) => {
    const y = 290 + index * 20;
    pdf.text(label, LEFT, y).text(german(amount), LEFT, y, { width: RIGHT - LEFT, align: 'right' });
  });
}

/** The invoice by the Cross Industry Invoice of Factur-X 1.0, profile EN 16931. */
const data = (): string => `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
  <rsm:ExchangedDocumentContext>
    <ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter>
  </rsm:ExchangedDocumentContext>
  <rsm:ExchangedDocument>
    <ram:ID>${NUMBER}</ram:ID>
    <ram:TypeCode>380</ram:TypeCode>
    <ram:IssueDateTime><udt:DateTimeString format="102">20261112</udt:DateTimeString></ram:IssueDateTime>
  </rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
${items.map(lineOf).join('\n')}
    <ram:ApplicableHeaderTradeAgreement>
      <ram:SellerTradeParty>
        <ram:Name>Isarblick Software GmbH</ram:Name>
        <ram:PostalTradeAddress><ram:PostcodeCode>80469</ram:PostcodeCode><ram:LineOne>Auenstraße 8</ram:LineOne><ram:CityName>München</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>
        <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE999555031</ram:ID></ram:SpecifiedTaxRegistration>
      </ram:SellerTradeParty>
      <ram:BuyerTradeParty>
        <ram:Name>Alice Moreno</ram:Name>
        <ram:PostalTradeAddress><ram:PostcodeCode>22203</ram:PostcodeCode><ram:LineOne>4417 Third Street</ram:LineOne><ram:CityName>Arlington</ram:CityName><ram:CountryID>US</ram:CountryID></ram:PostalTradeAddress>
      </ram:BuyerTradeParty>
    </ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeDelivery/>
    <ram:ApplicableHeaderTradeSettlement>
      <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
      <ram:ApplicableTradeTax><ram:CalculatedAmount>${decimal(tax)}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>${decimal(net)}</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:ApplicableTradeTax>
      <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">20261126</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
      <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
        <ram:LineTotalAmount>${decimal(net)}</ram:LineTotalAmount>
        <ram:TaxBasisTotalAmount>${decimal(net)}</ram:TaxBasisTotalAmount>
        <ram:TaxTotalAmount currencyID="EUR">${decimal(tax)}</ram:TaxTotalAmount>
        <ram:GrandTotalAmount>${decimal(total)}</ram:GrandTotalAmount>
        <ram:DuePayableAmount>${decimal(total)}</ram:DuePayableAmount>
      </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    </ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
`;

const lineOf = (
  { description, quantity, amountMinor }: (typeof items)[number],
  index: number,
): string => `    <ram:IncludedSupplyChainTradeLineItem>
      <ram:AssociatedDocumentLineDocument><ram:LineID>${index + 1}</ram:LineID></ram:AssociatedDocumentLineDocument>
      <ram:SpecifiedTradeProduct><ram:Name>${description}</ram:Name></ram:SpecifiedTradeProduct>
      <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${decimal(amountMinor / quantity)}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
      <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">${quantity}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
      <ram:SpecifiedLineTradeSettlement>
        <ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:ApplicableTradeTax>
        <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${decimal(amountMinor)}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>
      </ram:SpecifiedLineTradeSettlement>
    </ram:IncludedSupplyChainTradeLineItem>`;
