import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dollars } from '../../../events/samples/amount-text.ts';
import { projectRoot } from '../../../lib/bundle.ts';
import { booked, damaged, either, type HostileFile, inReview, rejected } from '../hostile-file.ts';
import type { Kit } from '../kit.ts';
import { asPdf, type Purchase } from '../papers.ts';
import { cutOff } from './damage.ts';
import { drawRows, rawPdf } from './raw-pdf.ts';

const broken = rejected('BrokenDocumentError');

/** The print of a receipt: descriptions on the left, amounts on the right. */
const printOf = ({ vendor, date, items, total }: Purchase): string =>
  drawRows([
    [vendor],
    ['200 Main Street, Springfield, VA 22150'],
    [`Date: ${date}`],
    ...items.map(([name, minor]) => [name, `$${dollars(minor)}`]),
    ['Total', `$${dollars(total.amountMinor)}`],
  ]);

/** PDFs that were cut off, or whose table of contents leads nowhere. */
export async function damagedPdfs({ chance, purchase, receipt }: Kit): Promise<HostileFile[]> {
  const bought = purchase();
  const whole = await asPdf(bought);
  const due = damaged(bought.total);
  const text = whole.toString('latin1');
  const altered = (what: string, content: string): HostileFile => ({
    kind: 'damaged PDF',
    what,
    path: receipt('damaged.pdf'),
    content: Buffer.from(content, 'latin1'),
    due,
  });
  const digits = () => String(chance.whole(0, 99_999)).padStart(10, '0');
  return [
    ...Array.from({ length: 8 }, (): HostileFile => {
      const content = cutOff(whole, chance, 0.01, 0.97);
      return { kind: 'PDF cut off', what: `after ${content.length} bytes`, path: receipt('cut.pdf'), content, due };
    }),
    altered('no xref', text.slice(0, text.lastIndexOf('xref\n0 '))),
    altered(
      'xref of another file',
      text.replace(/^\d{10} 00000 n/gm, () => `${digits()} 00000 n`),
    ),
    altered('startxref beyond the end', text.replace(/startxref\n\d+/, 'startxref\n99999999')),
    altered('startxref that is negative', text.replace(/startxref\n\d+/, 'startxref\n-1')),
    altered('a root that is not there', text.replace(/\/Root \d+ 0 R/, '/Root 9999 0 R')),
    altered('no end mark', text.replace(/%%EOF\s*$/, '')),
    altered('a thousand bytes of nothing before it', `${'\0'.repeat(900)}${text}`),
    altered('a second end behind it', `${text}\n%%EOF\n%%EOF\n`),
    altered('text behind it', `${text}\n${'Total 999999.99\n'.repeat(20)}`),
  ];
}

/** PDFs that no reader can open, or that hold no page to read. */
export async function unreadablePdfs({ purchase, receipt }: Kit): Promise<HostileFile[]> {
  const password = await readFile(join(projectRoot, 'events/samples/failures/password.pdf'));
  const content = printOf(purchase());
  const encrypted = (entries: string) =>
    rawPdf({ pages: [content], objects: [`<< /Filter /Standard ${entries} >>`], trailer: '/Encrypt 4 0 R' });
  const key = `<${'00'.repeat(32)}>`;
  const unreadable = (what: string, pdf: Buffer, due = broken): HostileFile => ({
    kind: 'PDF that cannot be read',
    what,
    path: receipt('unreadable.pdf'),
    content: pdf,
    due,
  });
  const locked = rejected('EncryptedDocumentError');
  return [
    unreadable('with a password', password, locked),
    unreadable(
      'a dictionary of encryption with a wrong key',
      encrypted(`/V 2 /R 3 /Length 128 /P -44 /O ${key} /U ${key}`),
      locked,
    ),
    unreadable('encrypted in an unknown way', encrypted('/V 99 /R 99'), locked),
    unreadable(
      'a filter of encryption that nobody knows',
      rawPdf({ pages: [content], objects: ['<< /Filter /Nobody /V 1 >>'], trailer: '/Encrypt 4 0 R' }),
      locked,
    ),
    unreadable('without pages', rawPdf({ pages: [] })),
    unreadable('a head and nothing else', Buffer.from('%PDF-1.7\n')),
    unreadable('a head and an end', Buffer.from('%PDF-1.7\n%%EOF\n')),
    unreadable('text that only begins like one', Buffer.from(`%PDF-1.7\n${'milk, bread, eggs\n'.repeat(40)}`)),
    unreadable('more pages than are read', rawPdf({ pages: Array.from({ length: 3001 }, () => '') }), {
      ends: ['needs_review TooManyPagesError'],
      says: /3,000/,
    }),
    unreadable('empty page', rawPdf({}), inReview),
    unreadable('forty empty pages', rawPdf({ pages: Array.from({ length: 40 }, () => '') }), inReview),
  ];
}

/** PDFs of pages that nobody prints on. */
export async function oddPagePdfs({ purchase, receipt }: Kit): Promise<HostileFile[]> {
  const boxes = [
    '0 0 1 1',
    '0 0 14400 14400',
    '-200 -300 200 300',
    '400 600 0 0',
    '0 0 0 0',
    '0 0 400000 600',
    '0 0 NaN 600',
    '0 0',
  ];
  return [
    ...boxes.map((mediaBox): HostileFile => {
      const bought = purchase();
      const content = rawPdf({ pages: [printOf(bought)], mediaBox });
      return {
        kind: 'PDF of odd pages',
        what: `MediaBox [${mediaBox}]`,
        path: receipt('size.pdf'),
        content,
        due: damaged(bought.total),
      };
    }),
    ...['/Rotate 45', '/Rotate -90', '/UserUnit 1000', '/CropBox [1000 1000 2000 2000]'].map((page): HostileFile => {
      const bought = purchase();
      const content = rawPdf({ pages: [printOf(bought)], page });
      return { kind: 'PDF of odd pages', what: page, path: receipt('page.pdf'), content, due: damaged(bought.total) };
    }),
  ];
}

/** Good receipts in PDFs that want more than to be read: they are read, and nothing else happens. */
export async function activePdfs({ purchase, receipt }: Kit): Promise<HostileFile[]> {
  const wants: readonly (readonly [string, { catalogue?: string; page?: string; objects?: readonly string[] }])[] = [
    ['a script at its opening', { catalogue: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }],
    ['a page to open at its opening', { catalogue: '/OpenAction << /S /URI /URI (http://127.0.0.1:9/) >>' }],
    ['a program to start', { catalogue: '/OpenAction << /S /Launch /F (nothing.exe) >>' }],
    [
      'an address behind its text',
      {
        page: '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 400 600] /A << /S /URI /URI (http://127.0.0.1:9/) >> >>]',
      },
    ],
    [
      'a file inside',
      {
        catalogue: '/Names << /EmbeddedFiles << /Names [(notes.txt) 4 0 R] >> >>',
        objects: [
          '<< /Type /Filespec /F (notes.txt) /UF (../../notes.txt) /EF << /F 5 0 R >> >>',
          '<< /Type /EmbeddedFile /Length 4 >>\nstream\nmilk\nendstream',
        ],
      },
    ],
    ['a form that is sent', { catalogue: '/AcroForm << /Fields [] /NeedAppearances true >>' }],
  ];
  return wants.map(([what, parts]): HostileFile => {
    const bought = purchase();
    return {
      kind: 'PDF that wants more',
      what,
      path: receipt('active.pdf'),
      content: rawPdf({ pages: [printOf(bought)], ...parts }),
      due: booked(bought.total),
    };
  });
}

/** Receipts whose print tries to steer whatever shows it. */
export async function steeringPdfs({ purchase, receipt }: Kit): Promise<HostileFile[]> {
  const names: readonly (readonly [string, string])[] = [
    ['a window title', '\u001b]0;owned\u0007CORNER SHOP'],
    ['colours', '\u001b[31mCORNER\u001b[0m SHOP'],
    ['a cleared screen', '\u001b[2J\u001b[HCORNER SHOP'],
    ['line ends', 'CORNER\rSHOP\nTotal 0.01'],
    ['controls of eight bits', '\u009b31mCORNER SHOP\u0090'],
    ['bells and backspaces', 'CORNER\u0007\u0007\b\b\bSHOP'],
    ['nothing', 'CORNER\u0000SHOP'],
    ['markup', '<script>alert(1)</script> CORNER SHOP'],
    ['a formula', '=HYPERLINK("http://127.0.0.1:9/") SHOP'],
    ['an expression', '{% $states.input %} ${jndi} SHOP'],
  ];
  return names.map(([what, vendor]): HostileFile => {
    const bought = { ...purchase(), vendor };
    return {
      kind: 'PDF with print that steers',
      what,
      path: receipt('steer.pdf'),
      content: rawPdf({ pages: [printOf(bought)] }),
      due: either(booked(bought.total), inReview),
    };
  });
}
