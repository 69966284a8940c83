import type { Money } from '../../../lambdas/core/ground/money.ts';
import { booked, type DueEnd, either, type HostileFile, inReview, rejected } from '../hostile-file.ts';
import type { Kit } from '../kit.ts';
import { asUbl } from '../papers.ts';
import { cutOff } from './damage.ts';

type Over = NonNullable<Parameters<typeof asUbl>[2]>;

const invalid = rejected('InvoiceInvalidError');
/** Refused or asked about; never booked. */
const doubted = either(invalid, inReview);
/** Refused, asked about, or booked with what the invoice states besides. */
const careful = (total: Money): DueEnd => either(doubted, booked(total));

const AMOUNTS = [
  '1e400',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e3',
  '0x10',
  '12,50',
  '1 000.00',
  '--5',
  '١٢.٥٠',
  '9'.repeat(400),
  '9'.repeat(20),
  '0.001',
  '12.50.1',
  'true',
];
const DAYS = ['2026-02-30', '0000-00-00', '99999-01-01', '1e3', '', '20260520', '2026-05-20T25:61:00'];

/** Invoices as data that say more than an invoice may, or something else than they should. */
export function hostileInvoices({ chance, purchase, receipt }: Kit): HostileFile[] {
  let number = 0;
  /** Without a word on what is due, the invoice is good all the same. */
  const odd = (
    what: string,
    over: Over,
    due: DueEnd | ((total: Money) => DueEnd) = booked,
    encode: (xml: string) => Buffer = (xml) => Buffer.from(xml),
  ): HostileFile => {
    const bought = purchase();
    number += 1;
    return {
      kind: 'invoice as XML',
      what,
      path: receipt('invoice.xml'),
      content: encode(asUbl(bought, `H-${number}`, over)),
      due: typeof due === 'function' ? due(bought.total) : due,
    };
  };
  const doctype = (inner: string) => ({ before: `<!DOCTYPE Invoice ${inner}>` });
  const nested = (levels: number) => ({ inside: `${'<b:Note>'.repeat(levels)}${'</b:Note>'.repeat(levels)}` });
  const noInvoice = either(invalid, rejected('UnsupportedFormatError'));
  return [
    odd('an empty document type', doctype(''), invalid),
    odd('a document type elsewhere', doctype('SYSTEM "http://127.0.0.1:9/nothing.dtd"'), invalid),
    odd('an entity of its own', { ...doctype('[<!ENTITY shop "CORNER SHOP">]'), name: '&shop;' }, invalid),
    odd(
      'an entity out of a file',
      { ...doctype('[<!ENTITY f SYSTEM "file:///nowhere/nothing">]'), name: '&f;' },
      invalid,
    ),
    odd(
      'an entity out of the network',
      { ...doctype('[<!ENTITY f SYSTEM "http://127.0.0.1:9/">]'), name: '&f;' },
      invalid,
    ),
    odd('an entity for parameters', doctype('[<!ENTITY % more SYSTEM "file:///nowhere/more.dtd"> %more;]'), invalid),
    odd('an entity that nobody declared', { name: '&nobody;' }, invalid),
    odd('a style sheet', { before: '<?xml-stylesheet href="http://127.0.0.1:9/x.xsl" type="text/xsl"?>' }),
    odd('instructions', { inside: '<?php echo 1 ?>' }),
    odd('an include', {
      inside: '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///nowhere/nothing"/>',
    }),
    odd('elements 20 deep', nested(20)),
    odd('elements 80 deep', nested(80), invalid),
    odd('elements 3,000 deep', nested(3000), invalid),
    odd('a comment without end', { inside: '<!-- ' }, invalid),
    odd('an end that is missing', { inside: '<b:Note>' }, invalid),
    odd('a prefix without declaration', { inside: '<q:Note/>' }, invalid),
    odd('an attribute twice', { inside: '<b:Note a="1" a="2"/>' }, careful),
    odd('another namespace', { root: 'urn:example:not-an-invoice' }, noInvoice),
    odd('no namespace', { root: '' }, noInvoice),
    odd('a name that is a script', { name: '&lt;script&gt;alert(1)&lt;/script&gt;' }),
    odd('a name with controls by number', { name: 'CORNER&#27;[31m&#7;SHOP' }, careful),
    odd('a name with a null by number', { name: 'CORNER&#0;SHOP' }, invalid),
    odd('a name written backwards', { name: 'CORNER \u202eGNP.POHS' }),
    odd('a name of an object of JavaScript', { name: '__proto__' }),
    odd('a name of 20,000 letters', { name: 'W'.repeat(20_000) }),
    odd('a number of an object of JavaScript', { id: 'constructor' }),
    odd('a number that is a path', { id: '../../../nowhere' }),
    odd('no number', { id: '' }, careful),
    odd('an amount of nothing', { payable: '' }, careful),
    ...AMOUNTS.map((amount) =>
      odd(`an amount of ${amount.length > 12 ? `${amount.length} digits` : amount}`, { payable: amount }, doubted),
    ),
    ...DAYS.map((issued) => odd(`a day of "${issued}"`, { issued }, careful)),
    odd('UTF-16 with a mark', { declaration: '' }, booked, (xml) => Buffer.from(`\ufeff${xml}`, 'utf16le')),
    odd('UTF-8 with a mark', { declaration: '' }, booked, (xml) => Buffer.from(`\ufeff${xml}`)),
    odd('an encoding that nobody knows', { declaration: '<?xml version="1.0" encoding="x-nobody"?>' }),
    odd('bytes that are no text', { name: 'CORNER \u00ff\u00fe SHOP' }, careful, (xml) => Buffer.from(xml, 'latin1')),
    odd('a null byte amid it', { inside: '\0' }, careful),
    ...Array.from({ length: 6 }, () =>
      odd('cut off', {}, invalid, (xml) => cutOff(Buffer.from(xml), chance, 0.1, 0.95)),
    ),
  ];
}
