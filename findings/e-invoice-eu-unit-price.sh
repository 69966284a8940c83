#!/usr/bin/env bash
# @e-invoice-eu/core 2.3.4, a writer of e-invoices by EN 16931 in UBL, CII and Factur-X.
#
# Expected: the price of a kilowatt hour, 0.2875, is a valid unit price: EN 16931 limits amounts to two places, each by a
# rule of its own (BR-DEC-01 to BR-DEC-28), and has none for the item net price (BT-146), which is a unit price amount.
# And an amount with a comma, as spreadsheets of half of Europe write it, is refused.
# Seen: the other way round. The price is refused, and 0,29 is taken and written into the XML, where it is no number. The
# schema holds prices to the type of amounts, and its pattern has a dot that stands for any character.
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
const invoice = (price) => ({
  'ubl:Invoice': {
    'cbc:ID': 'A-1',
    'cbc:IssueDate': '2026-11-03',
    'cbc:InvoiceTypeCode': '380',
    'cbc:DocumentCurrencyCode': 'EUR',
    'cac:AccountingSupplierParty': party('Seller'),
    'cac:AccountingCustomerParty': party('Buyer'),
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
        'cbc:InvoicedQuantity@unitCode': 'KWH',
        ...money('LineExtensionAmount', '100.00'),
        'cac:Item': { 'cbc:Name': 'Power', 'cac:ClassifiedTaxCategory': { 'cbc:ID': 'S', 'cbc:Percent': '19', ...VAT } },
        'cac:Price': money('PriceAmount', price),
      },
    ],
  },
});
const service = new InvoiceService({ log() {}, warn() {}, error() {} });
const seen = {};
for (const price of ['0.29', '0.2875', '0,29']) {
  seen[price] = await service.generate(invoice(price), { format: 'UBL', lang: 'en' }).then(
    (xml) => /PriceAmount[^>]*>([^<]*)/.exec(xml)[1],
    (error) => error.message,
  );
}
console.log(JSON.stringify(seen));
PROBE

seen=$(node probe.mjs)
echo "@e-invoice-eu/core 2.3.4: $seen"
expected='{"0.29":"0.29","0.2875":"validation failed","0,29":"0,29"}'
[ "$seen" = "$expected" ] || { echo "this has changed" >&2; exit 1; }
