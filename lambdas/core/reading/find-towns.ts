import { foldPrinted } from 'printed-text/letters';
import { onOneLine } from 'printed-text/plain-text';
import { PROVINCES, SHARED_TOWNS, TOWNS } from './towns.ts';

/** A town that stands where addresses have theirs. */
export interface FoundTown {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** As printed. */
  readonly because: string;
  /**
   * `address`: the name is known in one country only. `province`: the code of a province or a postcode stands behind it.
   * `branch`: the end of the shop's own name. `shared`: several countries have a town of this name.
   */
  readonly by: 'address' | 'province' | 'branch' | 'shared';
}

type Names = ReadonlyMap<string, readonly string[]>;

const plain = (name: string): string => onOneLine(foldPrinted(name)).replace(/[.'’]/g, '');

function byName(table: ReadonlyMap<string, string>): Names {
  const names = new Map<string, string[]>();
  for (const [country, towns] of [...table])
    for (const town of towns.split('|')) names.set(plain(town), [...(names.get(plain(town)) ?? []), country]);
  return names;
}

const OWN = byName(TOWNS);
const SHARED = byName(SHARED_TOWNS);
const PROVINCE_OF = new Map(
  Object.entries(PROVINCES).flatMap(([country, codes]) => codes.split(' ').map((code) => [code, country] as const)),
);

/** Countries whose chains put the town behind their name; elsewhere a shop or dish is called after a town far away. */
const NAMED_BY_BRANCH = new Set(['DK', 'IS', 'NO', 'SE']);

const AMOUNT = /\d[.,]\d{2}(?!\d)|[$€£¥]\s?\d/;
/** Who buys, and where it is sent: no place of the shop. */
const OF_BUYER =
  /^\W*(?:bill(?:ed)?[ -]to|ship(?:ped|ping)?[ -]to|sold[ -]to|deliver(?:ed|y)?[ -]?(?:to|address)|customer|client|guest|buyer|attn|from:|to:|destination|made in|product of|origin)\b/i;
const LINES_OF_BUYER = 6;
/** "NY 10001" and ", TX": a line that ends so is one of the United States. */
const STATE_AT_END =
  /(?:,\s*|\s)(A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY])(?:[ ,.]+\d{5}(?:-\d{4})?)?(?:[ ,]+U\.?S\.?A?\.?)?$/;

/** The towns that a document's lines name in the manner of an address. */
export function findTowns(text: string): FoundTown[] {
  const lines = text.split('\n').map((line) => onOneLine(line));
  const title = lines.findIndex((line) => /\p{L}{2}/u.test(line));
  const firstAmount = lines.findIndex((line) => AMOUNT.test(line));
  let ofBuyer = 0;
  return lines.flatMap((line, index) => {
    if (OF_BUYER.test(line)) ofBuyer = LINES_OF_BUYER;
    ofBuyer -= 1;
    if (ofBuyer >= 0 || index < title || AMOUNT.test(line)) return [];
    if (index === title) return townOfBranch(line);
    const isHead = firstAmount < 0 || index < firstAmount;
    return townsOfLine(line, isHead);
  });
}

/** "Meny Bergen". */
function townOfBranch(line: string): FoundTown[] {
  const town = line.split(' ').at(-1) ?? '';
  if (!line.includes(' ')) return [];
  return (OWN.get(plain(town)) ?? []).flatMap((country): FoundTown[] =>
    NAMED_BY_BRANCH.has(country) ? [{ country, because: town, by: 'branch' }] : [],
  );
}

function townsOfLine(print: string, isHead: boolean): FoundTown[] {
  const line = print
    .replace(/[\s,(–-]*\b(?:tel|ph|phone|fax|tlf|t)\b\.? ?[:.]? ?[+(\d].*$/i, '')
    .replace(/[.,;]+$/, '');
  const parts = line.split(/\s*[,;|•·/]\s*|\s+[-–]\s+|\s{2,}/u).filter((part) => part !== '');
  // Below the goods only a line of several parts is an address.
  if (!isHead && parts.length < 2 && !/^[A-Z-]*\d{4,6} /.test(line)) return [];
  const state = STATE_AT_END.exec(line)?.[1];
  const inParts = parts.flatMap((part) => townsOfPart(part, parts));
  const joined = [line, parts.slice(-2).join(', '), parts.slice(-3, -1).join(', ')];
  const found = [...inParts, ...joined.flatMap((part) => townsOfPart(part, parts))].filter(
    ({ country, by }) => state === undefined || by === 'province' || country === state || country === 'US',
  );
  // An address goes from the small to the large: "Los Ángeles, Biobío".
  const last = inParts.filter(({ by }) => by !== 'shared').at(-1)?.country;
  return last === undefined ? found : found.filter(({ country, by }) => country === last || by === 'province');
}

function townsOfPart(part: string, parts: readonly string[]): FoundTown[] {
  const code = provinceBehind(part, parts);
  const bare = part
    .replace(/^(?:[A-Z]{1,3}-)?\d[\d -]*(?=\p{L})/u, '')
    .replace(/\s+(?:[A-Z]\d[A-Z] ?\d[A-Z]\d|(?:[A-Z]\d{2}|D6W) (?=[A-Z]*\d)[A-Z\d]{4}|\d[\d -]{2,})$/, '')
    .replace(/\s+[A-Z]{2,3}$/, (end) => (PROVINCE_OF.has(end.trim()) ? '' : end))
    .replace(/\s+[A-Z]$/, '');
  const names = [plain(part), plain(bare)];
  const isOfUs = !/[^\x20-\x7e]/.test(bare) && (code === undefined || /^(?:WA|NT)$/.test(code.text));
  const own = names.flatMap((name) => OWN.get(name) ?? []).filter((country) => country !== 'US' || isOfUs)[0];
  const shared = names.map((name) => SHARED.get(name)).find((countries) => countries !== undefined) ?? [];
  const all = own === undefined ? shared : [own];
  if (code !== undefined && all.includes(code.country))
    return [{ country: code.country, because: `${bare} ${code.text}`, by: 'province' }];
  if (own !== undefined) return [{ country: own, because: bare, by: 'address' }];
  // Of those that share a name New Zealand puts four digits behind it; South Africa does so, and has others for these.
  if (shared.includes('NZ') && /\p{L} (?!76)\d{4}$/u.test(part))
    return [{ country: 'NZ', because: part, by: 'province' }];
  return shared.map((country) => ({ country, because: bare, by: 'shared' }));
}

/** The province that stands behind a town, in the same part or in the next one. */
function provinceBehind(part: string, parts: readonly string[]): { country: string; text: string } | undefined {
  const next = parts[parts.indexOf(part) + 1] ?? '';
  const text =
    /\s([A-Z]{2,3})(?:\s(?:[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4}))?$/.exec(part)?.[1] ??
    /^([A-Z]{2,3})(?:\s(?:[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4}))?$/.exec(next)?.[1];
  const country = text === undefined ? undefined : PROVINCE_OF.get(text);
  return country === undefined || text === undefined ? undefined : { country, text };
}
