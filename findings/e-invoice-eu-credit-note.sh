#!/usr/bin/env bash
# @e-invoice-eu/core 2.3.4, a writer of e-invoices by EN 16931 in UBL, CII and Factur-X.
#
# Expected: an invoice that its schema takes is written with all that it states, in either syntax. EN 16931 gives both
# terms below a place in both: the due date (BT-9) of a UBL credit note in PaymentMeans/PaymentDueDate, the number of the
# invoice that is credited (BT-25) of CII in InvoiceReferencedDocument/IssuerAssignedID.
# Seen: a credit note in UBL has no due date at all, and one in CII does not say what it credits; no warning is given.
# The first is deleted for a CreditNote, which has no DueDate, and written nowhere else; for the second the converter
# looks for ID one level too high.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @e-invoice-eu/core@2.3.4

cat >probe.mjs <<'PROBE'
import { InvoiceService } from '@e-invoice-eu/core';

const VAT = { 'cac:TaxScheme': { 'cbc:ID': 'VAT' } };
const money = (name, value) => ({ [`cbc:${name}`]: value, [`cbc:${name}@currencyID`]: 'EUR' });
const party = (name) => ({
  'cac:Party': {
    'cbc:EndpointID': 'mail@example.org',
    'cbc:EndpointID@schemeID': 'EM',
    'cac:PostalAddress': { 'cac:Country': { 'cbc:IdentificationCode': 'DE' } },
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': name },
  },
});
const creditNote = () => ({
  'ubl:Invoice': {
    'cbc:ID': 'C-2',
    'cbc:IssueDate': '2026-11-03',
    'cbc:DueDate': '2026-12-03',
    'cbc:InvoiceTypeCode': '381',
    'cbc:DocumentCurrencyCode': 'EUR',
    'cac:BillingReference': [{ 'cac:InvoiceDocumentReference': { 'cbc:ID': 'INVOICE-1' } }],
    'cac:AccountingSupplierParty': party('Seller'),
    'cac:AccountingCustomerParty': party('Buyer'),
    'cac:PaymentMeans': [{ 'cbc:PaymentMeansCode': '30', 'cac:PayeeFinancialAccount': { 'cbc:ID': 'DE02120300000000202051' } }],
    'cac:TaxTotal': [
      {
        ...money('TaxAmount', '19.00'),
        'cac:TaxSubtotal': [
          { ...money('TaxableAmount', '100.00'), ...money('TaxAmount', '19.00'), 'cac:TaxCategory': { 'cbc:ID': 'S', 'cbc:Percent': '19', ...VAT } },
        ],
      },
    ],
    'cac:LegalMonetaryTotal': {
      ...money('LineExtensionAmount', '100.00'),
      ...money('TaxExclusiveAmount', '100.00'),
      ...money('TaxInclusiveAmount', '119.00'),
      ...money('PayableAmount', '119.00'),
    },
    'cac:InvoiceLine': [
      {
        'cbc:ID': '1',
        'cbc:InvoicedQuantity': '1',
        'cbc:InvoicedQuantity@unitCode': 'C62',
        ...money('LineExtensionAmount', '100.00'),
        'cac:Item': { 'cbc:Name': 'Tea', 'cac:ClassifiedTaxCategory': { 'cbc:ID': 'S', 'cbc:Percent': '19', ...VAT } },
        'cac:Price': money('PriceAmount', '100.00'),
      },
    ],
  },
});
const service = new InvoiceService(console);
const seen = {};
for (const format of ['UBL', 'CII']) {
  const xml = await service.generate(creditNote(), { format, lang: 'en' });
  seen[format] = { due: /2026-?12-?03/.test(xml), credits: xml.includes('INVOICE-1') };
}
console.log(JSON.stringify(seen));
PROBE

seen=$(node probe.mjs)
echo "@e-invoice-eu/core 2.3.4: $seen"
expected='{"UBL":{"due":false,"credits":true},"CII":{"due":true,"credits":false}}'
[ "$seen" = "$expected" ] || { echo "this has changed" >&2; exit 1; }
