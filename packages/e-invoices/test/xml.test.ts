import { readInvoices } from 'e-invoices/read-invoices';
import { parseXml } from 'e-invoices/xml';
import { describe, expect, it } from 'vitest';
import { asUbl, PLAIN } from './samples.ts';

const parse = (xml: string) => parseXml(Buffer.from(xml));

describe('parseXml', () => {
  it('keeps texts as they are written', () => {
    expect(parse('<a><b>  00.10 </b><c>1e3</c><d>true</d></a>').children.map(({ text }) => text)).toEqual([
      '00.10',
      '1e3',
      'true',
    ]);
  });

  it('knows the entities of XML, characters by number, and CDATA', () => {
    expect(parse('<a>M&amp;M &lt;1&gt; &#233;&#xE9; <![CDATA[&amp; <b>]]></a>').text).toBe('M&M <1> éé &amp; <b>');
  });

  it('resolves a prefix where it is declared, and the default within', () => {
    const [inner] = parse('<p:a xmlns:p="urn:one"><a xmlns="urn:two"><p:b xmlns:p="urn:three"/></a></p:a>').children;

    expect(inner).toMatchObject({ namespace: 'urn:two', children: [{ namespace: 'urn:three', name: 'b' }] });
  });

  it.each([
    ['a document type', '<!DOCTYPE a><a/>', 'without a document type'],
    ['an entity of its own', '<a>&company;</a>', 'no entity beside those of XML'],
    ['a control by its number', '<a>&#27;[31m</a>', 'expected a character'],
    ['a prefix that is not declared', '<p:a/>', 'a declaration of the prefix "p"'],
    ['an end that is missing', '<a><b></a>', 'well-formed XML'],
    ['no element', 'Dear Sir or Madam', 'expected'],
    ['elements inside each other without end', `${'<a>'.repeat(80)}${'</a>'.repeat(80)}`, 'at most 64 elements'],
  ])('refuses %s', (_what, xml, message) => {
    expect(() => parse(xml)).toThrow(message);
  });

  it('takes a byte that XML has no character for as a blank', () => {
    expect(parse('<a>Corner\u001b[31m\u0000Shop\tLtd</a>').text).toBe('Corner [31m Shop\tLtd');
  });

  it('takes the word DOCTYPE in a comment and in CDATA for text', () => {
    expect(parse('<a><!-- <!DOCTYPE b> --><![CDATA[<!DOCTYPE b>]]></a>').text).toBe('<!DOCTYPE b>');
  });

  it.each([
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('<a>né</a>')])],
    ['ISO-8859-1', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>né</a>', 'latin1')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<a>né</a>', 'utf16le')])],
  ])('reads %s', (_what, bytes) => {
    expect(parseXml(bytes).text).toBe('né');
  });

  it.each([
    ['Shift_JIS', '請求書', '90bf8b818f91'],
    ['CP932', '請求書', '90bf8b818f91'],
    ['EUC-JP', '請求書', 'c0c1b5e1bdf1'],
    ['GB2312', '发票', 'b7a2c6b1'],
    ['Big5', '發票', 'b56fb2bc'],
    ['ks_c_5601-1987', '합계', 'c7d5b0e8'],
    ['windows-1251', 'Итого', 'c8f2eee3ee'],
    ['IBM850', 'né', '6e82'],
  ])('reads what is declared as %s', (encoding, text, hex) => {
    const head = Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><a>`);
    const bytes = Buffer.concat([head, Buffer.from(hex, 'hex'), Buffer.from('</a>')]);

    expect(parseXml(bytes).text).toBe(text);
  });

  it('takes 0x80 of a file that says ISO-8859-1 for a euro, as the programs that write it mean', () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>'),
      Buffer.from([0x80]),
      Buffer.from('</a>'),
    ]);

    expect(parseXml(bytes).text).toBe('€');
  });

  it('refuses more than 10 MiB', () => {
    expect(() => parseXml(Buffer.alloc(10 * 1024 * 1024 + 1, ' '))).toThrow('at most 10,485,760 bytes');
  });
});

describe('readInvoices', () => {
  it('says of a signed envelope that it is one', () => {
    const head = Buffer.from([0x30, 0x82, 0x10, 0, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]);

    expect(() => readInvoices(Buffer.concat([head, Buffer.from(asUbl(PLAIN))]))).toThrow('signed envelope (.p7m)');
  });
});
