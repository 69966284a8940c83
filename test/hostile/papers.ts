import sharp from 'sharp';
import { dollars } from '../../events/samples/amount-text.ts';
import { Paper } from '../../events/samples/paper.ts';
import { pictureOf } from '../../events/samples/picture.ts';
import { type Money, money } from '../../lambdas/core/ground/money.ts';
import { printReceipt } from '../cloud/printed-receipt.ts';
import type { Chance } from './chance.ts';

/** A purchase that a paper tells of. */
export interface Purchase {
  readonly vendor: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly total: Money;
  readonly items: readonly (readonly [string, number])[];
}

const VENDORS = [
  'GREEN BASKET MARKET',
  'HARBOR STREET BAKERY',
  'OAK HILL HARDWARE',
  'CEDAR LANE PHARMACY',
  'NORTH PIER CAFE',
];
const GOODS = ['Bread', 'Butter', 'Coffee', 'Apples', 'Soap', 'Batteries', 'Paper towels', 'Olive oil'];

/**
 * A purchase of the first half of 2026; no two of a run have the same total. Its day is not one near the run's, so that a
 * seed makes the same bytes every day.
 */
export function aPurchase(chance: Chance, number: number): Purchase {
  const first = chance.whole(200, 2900);
  // The last digits are the purchase's own, so that no two look like one.
  const second = 3000 + number * 37;
  return {
    vendor: chance.pick(VENDORS),
    date: `2026-0${1 + (number % 6)}-${13 + (number % 15)}`,
    total: money(first + second, 'USD'),
    items: [
      [chance.pick(GOODS), first],
      [chance.pick(GOODS), second],
    ],
  };
}

const printedDay = (date: string): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;

/** The receipt as digital text. */
export const asPdf = ({ vendor, date, items, total }: Purchase): Promise<Buffer> =>
  printReceipt({
    vendor,
    date: printedDay(date),
    items: items.map(([name, minor]) => [name, dollars(minor)] as const),
    total: `$${dollars(total.amountMinor)}`,
  });

/** The receipt as a slip that was scanned. */
export async function asPicture(purchase: Purchase, format: 'jpeg' | 'png' | 'tiff'): Promise<Buffer> {
  const { width, height, data } = await pictureOf(slipOf(purchase).toSvg(), 0.6);
  const raw = sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), {
    raw: { width, height, channels: 3 },
  });
  if (format === 'jpeg') return raw.jpeg({ quality: 80 }).toBuffer();
  return format === 'png'
    ? raw.png({ palette: true, colours: 16 }).toBuffer()
    : raw.tiff({ compression: 'lzw' }).toBuffer();
}

function slipOf({ vendor, date, items, total }: Purchase): Paper {
  const paper = new Paper({ width: 520, margin: 30, face: 'typewriter', size: 26, leading: 1.15, ink: '#202020' })
    .centre(vendor, { face: 'typewriterBold', size: 30 })
    .centre('7350 Old Mill Pike')
    .centre('Fairfax, VA 22030')
    .gap(20)
    .left(`DATE ${printedDay(date)}`)
    .gap(16);
  for (const [name, minor] of items) paper.row(name.toUpperCase(), `$${dollars(minor)}`);
  return paper
    .rule('2 4')
    .row('TOTAL', `$${dollars(total.amountMinor)}`, { face: 'typewriterBold', size: 32 })
    .gap(16)
    .left('CASH')
    .gap(20);
}

/** The purchase as data: an invoice in UBL. */
export const asUbl = ({ vendor, date, total }: Purchase, number: string, over: Partial<UblParts> = {}): string => {
  const amount = dollars(total.amountMinor);
  const { declaration, root, id, payable, name, issued, before, inside } = {
    declaration: '<?xml version="1.0" encoding="UTF-8"?>\n',
    root: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
    id: number,
    payable: amount,
    name: vendor,
    issued: date,
    before: '',
    inside: '',
    ...over,
  };
  const money = (tag: string, text: string) => `<b:${tag} currencyID="USD">${text}</b:${tag}>`;
  const taxless =
    '<b:ID>O</b:ID><b:TaxExemptionReason>Not subject to VAT</b:TaxExemptionReason><a:TaxScheme><b:ID>VAT</b:ID></a:TaxScheme>';
  return `${declaration}${before}<Invoice xmlns="${root}" xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<b:CustomizationID>urn:cen.eu:en16931:2017</b:CustomizationID>
<b:ID>${id}</b:ID><b:IssueDate>${issued}</b:IssueDate><b:InvoiceTypeCode>380</b:InvoiceTypeCode><b:DocumentCurrencyCode>USD</b:DocumentCurrencyCode>${inside}
<a:AccountingSupplierParty><a:Party><a:PostalAddress><a:Country><b:IdentificationCode>US</b:IdentificationCode></a:Country></a:PostalAddress><a:PartyLegalEntity><b:RegistrationName>${name}</b:RegistrationName><b:CompanyID>77-${number}</b:CompanyID></a:PartyLegalEntity></a:Party></a:AccountingSupplierParty>
<a:AccountingCustomerParty><a:Party><a:PostalAddress><a:Country><b:IdentificationCode>US</b:IdentificationCode></a:Country></a:PostalAddress><a:PartyLegalEntity><b:RegistrationName>A person</b:RegistrationName></a:PartyLegalEntity></a:Party></a:AccountingCustomerParty>
<a:TaxTotal>${money('TaxAmount', '0.00')}<a:TaxSubtotal>${money('TaxableAmount', amount)}${money('TaxAmount', '0.00')}<a:TaxCategory>${taxless}</a:TaxCategory></a:TaxSubtotal></a:TaxTotal>
<a:LegalMonetaryTotal>${money('LineExtensionAmount', amount)}${money('TaxExclusiveAmount', amount)}${money('TaxInclusiveAmount', amount)}${money('PayableAmount', payable)}</a:LegalMonetaryTotal>
<a:InvoiceLine><b:ID>1</b:ID><b:InvoicedQuantity unitCode="C62">1</b:InvoicedQuantity>${money('LineExtensionAmount', amount)}<a:Item><b:Name>Goods</b:Name><a:ClassifiedTaxCategory>${taxless.replace(/<b:TaxExemptionReason>.*<\/b:TaxExemptionReason>/, '')}</a:ClassifiedTaxCategory></a:Item><a:Price>${money('PriceAmount', amount)}</a:Price></a:InvoiceLine>
</Invoice>`;
};

/** What of an invoice can be another than it should be. */
interface UblParts {
  readonly declaration: string;
  /** Namespace of the root. */
  readonly root: string;
  readonly id: string;
  readonly payable: string;
  readonly name: string;
  readonly issued: string;
  /** What stands before the root. */
  readonly before: string;
  /** What stands inside it, after its head. */
  readonly inside: string;
}
