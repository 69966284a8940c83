import type { SampleDocument } from '../sample.ts';

/** The hotel gives back a breakfast that was not taken; its amounts are above zero, as a credit note's are. */
export const hotelCreditNote: SampleDocument = {
  file: '17-hotel-credit-note.xml',
  shows: 'UBL credit note, an XML file as Peppol carries it: its amounts are positive, and lower what was spent',
  truth: {
    status: 'completed',
    vendor: 'Hotel Lindenhof',
    purchasedOn: '2026-11-17',
    total: { amountMinor: -2250, currency: 'EUR' },
    tax: { amountMinor: -359, currency: 'EUR' },
    currency: 'EUR',
    category: 'travel',
    lineItems: [{ description: 'Frühstücksbuffet', quantity: 1, amountMinor: -1891 }],
  },
  draw: async () => Buffer.from(DATA),
};

const DATA = `<?xml version="1.0" encoding="UTF-8"?>
<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
  <cbc:ID>GS-2026-0031</cbc:ID>
  <cbc:IssueDate>2026-11-17</cbc:IssueDate>
  <cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty>
    <cac:Party>
      <cac:PostalAddress>
        <cbc:StreetName>Lindenstraße 27</cbc:StreetName>
        <cbc:CityName>München</cbc:CityName>
        <cbc:PostalZone>80469</cbc:PostalZone>
        <cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country>
      </cac:PostalAddress>
      <cac:PartyTaxScheme><cbc:CompanyID>DE999555012</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
      <cac:PartyLegalEntity><cbc:RegistrationName>Hotel Lindenhof</cbc:RegistrationName></cac:PartyLegalEntity>
    </cac:Party>
  </cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>
    <cac:Party>
      <cac:PostalAddress><cac:Country><cbc:IdentificationCode>US</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
      <cac:PartyLegalEntity><cbc:RegistrationName>Alice Moreno</cbc:RegistrationName></cac:PartyLegalEntity>
    </cac:Party>
  </cac:AccountingCustomerParty>
  <cac:TaxTotal>
    <cbc:TaxAmount currencyID="EUR">3.59</cbc:TaxAmount>
    <cac:TaxSubtotal>
      <cbc:TaxableAmount currencyID="EUR">18.91</cbc:TaxableAmount>
      <cbc:TaxAmount currencyID="EUR">3.59</cbc:TaxAmount>
      <cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>
    </cac:TaxSubtotal>
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <cbc:LineExtensionAmount currencyID="EUR">18.91</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="EUR">18.91</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">22.50</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="EUR">22.50</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
  <cac:CreditNoteLine>
    <cbc:ID>1</cbc:ID>
    <cbc:CreditedQuantity unitCode="C62">1</cbc:CreditedQuantity>
    <cbc:LineExtensionAmount currencyID="EUR">18.91</cbc:LineExtensionAmount>
    <cac:Item>
      <cbc:Name>Frühstücksbuffet</cbc:Name>
      <cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>
    </cac:Item>
    <cac:Price><cbc:PriceAmount currencyID="EUR">18.91</cbc:PriceAmount></cac:Price>
  </cac:CreditNoteLine>
</CreditNote>
`;
