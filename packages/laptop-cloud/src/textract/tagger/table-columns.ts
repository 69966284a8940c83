import { withoutAccents } from 'printed-text/letters';
import { plainText } from 'printed-text/plain-text';
import type { Cell, Row } from '../layout/page-layout.ts';
import type { AmountRow } from './amount-rows.ts';

/** What a column of a table of goods holds; `OTHER` is one that no field of a line item is made from. */
export type ColumnKind = 'ITEM' | 'QUANTITY' | 'UNIT_PRICE' | 'PRICE' | 'PRODUCT_CODE' | 'OTHER';

/** Where a column's head stands, in the unit of the page. */
interface Column {
  readonly kind: ColumnKind;
  readonly left: number;
  readonly right: number;
}

/** The head of a table of goods. */
export interface TableHead {
  /** Place of its row among the page's rows. */
  readonly index: number;
  readonly columns: readonly Column[];
}

/**
 * Words of heads in the languages that invoices are most often written in, folded; the first kind that matches at a
 * place wins, and a longer word wins over its beginning.
 */
const HEADS: readonly (readonly [ColumnKind, string])[] = [
  [
    'PRODUCT_CODE',
    'product (?:code|no|id)|item (?:code|no|number|id|#)|part (?:no|number|#)|(?:stock|art(?:icle)?|material) ?(?:code|no|number|#)|code|sku|upc|plu|barcode|' +
      'art\\.?-? ?nr\\.?|artikel-?(?:nr|nummer)\\.?|bestell-?nr\\.?|best\\.-?nr\\.?|ref(?:erence)?\\.?|codigo|cod\\.?|codice|kod|varenr\\.?|varenummer|' +
      'artikelnummer|商品コード|品番|コード|货号',
  ],
  [
    'UNIT_PRICE',
    'unit (?:price|cost|rate)|u\\.?/?p(?:rice)?|s/?price|price(?: per |/| )(?:unit|each|piece)|rate|each|prijs per stuk|stukprijs|einzelpreis|e-?preis|ep|preis/(?:einheit|stk)|' +
      'stuckpreis|prix unitaire|prix unit\\.?|p\\.? ?u\\.?(?: ht)?|precio unitario|precio unit\\.?|p\\. ?unit\\.?|preco unitario|prezzo unitario|' +
      'prezzo un\\.?|a-pris|a pris|enhedspris|stykpris|enhetspris|cena jedn\\.?|cena/j\\.?|単価|单价|단가',
  ],
  [
    'QUANTITY',
    'qty|quantity|quant\\.?|units?|hours|hrs|nights?|menge|anzahl|anz\\.?|stk\\.?|qte|quantite|nombre|cant\\.?|cantidad|uds\\.?|qtd\\.?|quantidade|' +
      'quantita|q\\.ta|qta|aantal|antal|antall|ilosc|pocet|mennyiseg|kuantiti|kts|数量|수량',
  ],
  [
    'OTHER',
    'disc(?:ount)?\\.?%?|tax(?:es)?(?: ?(?:rate|code|amt|amount|%))?|(?:vat|gst|sst|iva|tva|btw|mwst|ust|moms|mva|hst)(?: ?(?:rate|%|amt|amount|code))?|%|' +
      'rabatt|remise|dto\\.?|dcto\\.?|sconto|korting|uom|unit of measure|einheit|unite|date|datum|pos\\.?|line|no\\.?|nr\\.?|#|税率|税',
  ],
  [
    'PRICE',
    '(?:line |net |ext(?:ended|\\.)? )?(?:total|amount|amt)(?: price)?|ext(?:ended)? price|gesamtpreis|gesamt|betrag|summe|g-?preis|gp|prix total|' +
      'total (?:ht|ttc)|montant(?: ht| ttc)?|importe|total linea|importo|prezzo totale|valor(?: total)?|bedrag|totaal|prijs(?: incl\\.? btw)?|belopp?|belob|' +
      'wartosc|castka|osszeg|jumlah|harga|price|preis|prix|precio|prezzo|preco|pris|cena|金額|金额|合計|금액',
  ],
  [
    'ITEM',
    'item(?:s)?(?: description)?|description(?: of (?:goods|services?))?|desc\\.?|product(?:s)?(?: name)?|article|title|particulars|details|service(?:s)?|activity|goods|' +
      'artikel|bezeichnung|beschreibung|leistung|position|text|designation|libelle|descripcion|concepto|articulo|producto|descricao|produto|descrizione|' +
      'prodotto|omschrijving|beskrivelse|beskrivning|benamning|vare|vara|nazwa(?: towaru)?|opis|popis|nazev|megnevezes|butiran|perkara|keterangan|品名|商品|项目|품명',
  ],
];

const WORDS = HEADS.map(
  ([kind, words]) =>
    [
      kind,
      new RegExp(
        `^(?:${words})(?:\\s?\\([^)]{1,8}\\)|\\s(?:netto|brutto|net|gross|ht|ttc|rs|rm|eur|usd|gbp|inr|chf|[€$£¥₹])(?![a-z]))?(?=$|[\\s:|/,.])`,
      ),
    ] as const,
);
const FEWEST_COLUMNS = 2;
const MOST_OTHER_TEXT = 0.34;
const FLUSH = 0.1;

/** The first row before an end that names at least two columns, one of them with numbers, and little else. */
export function findTableHead(rows: readonly AmountRow[], end: number): TableHead | undefined {
  for (const [index, { row, money }] of rows.slice(0, end).entries()) {
    if (money.length > 0) continue;
    const heads = columnsOf(row);
    // "Total items" and "Total amount" sum up; in a head the price comes last.
    if (heads[0]?.kind === 'PRICE') continue;
    const columns = withOnePrice(heads);
    const kinds = new Set(columns.map(({ kind }) => kind).filter((kind) => kind !== 'OTHER'));
    const hasNumbers = kinds.has('PRICE') || kinds.has('UNIT_PRICE') || kinds.has('QUANTITY');
    if (kinds.size >= FEWEST_COLUMNS && hasNumbers) return { index, columns };
  }
  return undefined;
}

/** Of several columns that may be the price of the whole, the last one is; the first is the price of one. */
function withOnePrice(columns: readonly Column[]): Column[] {
  const prices = columns.filter(({ kind }) => kind === 'PRICE');
  const hasUnit = columns.some(({ kind }) => kind === 'UNIT_PRICE');
  return columns.map((column) => {
    if (column.kind !== 'PRICE' || column === prices.at(-1)) return column;
    return { ...column, kind: column === prices[0] && !hasUnit ? 'UNIT_PRICE' : 'OTHER' };
  });
}

/** The heads in a row; none when most of it says something else. */
function columnsOf(row: Row): Column[] {
  let other = 0;
  let named = 0;
  const columns = row.cells.flatMap((cell) => {
    const found = headsIn(cell);
    const letters = found.reduce((sum, { length }) => sum + length, 0);
    named += letters;
    other += cell.text.length - letters;
    return found.map(({ column }) => column);
  });
  return other > MOST_OTHER_TEXT * (named + other) ? [] : columns;
}

/** A cell may hold several heads that stand close together. */
function headsIn(cell: Cell): { column: Column; length: number }[] {
  const text = withoutAccents(plainText(cell.text)).toLowerCase();
  if (text.length !== cell.text.length) return [];
  const found: { column: Column; length: number }[] = [];
  let start = 0;
  while (start < text.length) {
    const rest = text.slice(start);
    const [kind, length] = longestHead(rest);
    if (kind !== undefined) {
      const place = (offset: number) => cell.left + (cell.width * offset) / text.length;
      found.push({ column: { kind, left: place(start), right: place(start + length) }, length });
    }
    const step = Math.max(length, /^\S+/.exec(rest)?.[0].length ?? 0);
    start += step + (/^[\s|/:,.]*/.exec(rest.slice(step))?.[0].length ?? 0) || 1;
  }
  return found;
}

function longestHead(text: string): [ColumnKind | undefined, number] {
  let best: [ColumnKind | undefined, number] = [undefined, 0];
  for (const [kind, words] of WORDS) {
    const length = words.exec(text)?.[0].length ?? 0;
    if (length > best[1]) best = [kind, length];
  }
  return best;
}

/**
 * The column that a text stands in: the one between whose head and the next it fits, else the one whose head it is set
 * flush with, on the left, the right or the middle.
 */
export function columnAt({ columns }: TableHead, left: number, right: number): ColumnKind | undefined {
  const around = columns.find((column, index) => {
    const next = columns[index + 1]?.left ?? Number.POSITIVE_INFINITY;
    return left >= column.left - FLUSH * (column.right - column.left) && right < next;
  });
  if (around) return around.kind;
  const distance = (column: Column) =>
    Math.min(
      Math.abs(column.left - left),
      Math.abs(column.right - right),
      Math.abs(column.left + column.right - left - right) / 2,
    );
  let nearest: Column | undefined;
  for (const column of columns) if (!nearest || distance(column) < distance(nearest)) nearest = column;
  return nearest?.kind;
}
