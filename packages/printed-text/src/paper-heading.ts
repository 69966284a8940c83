import { foldPrinted, withoutAccents } from './letters.ts';
import { normalizePrinted } from './plain-text.ts';

/** The heading that names a paper: its number, and whether it takes back what another paper asked for. */
export interface PaperHeading {
  readonly number: string;
  /** A credit note, or a correction of another paper. */
  readonly isCredit: boolean;
}

/** Papers that give money back or correct another one, ... */
const CREDIT =
  "(?:\\p{L}*gutschrift|rechnungskorrektur|korrekturrechnung|stornorechnung|storno|credit (?:note|memo|invoice)|(?:corrective|corrected|amended) invoice|avoir|facture (?:rectificative|d['’]avoir)|note de credit|factura rectificativa|nota de (?:credito|abono)|nota di (?:credito|variazione)|credit(?:nota|factuur|note)|kredit(?:nota|note|faktura)|hyvityslasku|faktura korygujaca|korekta faktury|nota korygujaca|dobropis|opravny danovy doklad|(?:modosito|helyesbito|sztorno) ?szamla|storno faktura|кредитное авизо|кредитно известие|корректировочныи счет(?:-фактура)?|πιστωτικο(?: τιμολογιο)?)";
/** ... and papers with an amount to pay or that was paid, also as the end of a longer word: "Handelsrechnung", "Slutfaktura". */
const PAPER =
  "(?:\\p{L}*(?:rechnung|faktura|faktuur|factuur|quittung|kvitto|kvittering|lasku|szamla)|honorarnote|kostennote|regning|reikningur|kassenbon|(?:(?:tax|sales|commercial|service|final|interim|proforma|vat) )?invoice|receipt|bill|facture|note d['’]honoraires|recu|factura|recibo|boleta|fattura|parcella|ricevuta|fatura|fatura-recibo|nota fiscal|kwitantie|paragon|rachunek|danovy doklad|nyugta|chitanta|racun|arve|saskaita|saskaita faktura|rekins|pavadzime|фактура|инвоис|счет(?:-фактура)?|накладная|рахунок|рачун|τιμολογιο|αποδειξη)";

/** What may stand between the paper's name and the word for its number; an order, a contract or a customer has a number of its own. */
const KIND =
  "(?:vat|tva|iva|mva|moms|pvm|pro ?forma|commercial[ei]?|comercial|elettronica|electronica|eletronica|immediata|differita|accompagnatoria|semplificata|simplificada|simplifiee|d['’]acompte|de solde|de vente|de venta|de venda|di vendita|fiscal[aei]?|finale?|zaliczkowa|koncowa|duplikat|kopie|copy|- danovy doklad|/ ?(?:invoice|rechnung|facture|receipt|faktura)|zur \\p{L}*versicherung|(?:des versicherers|des lieferanten|des verkaufers|des ausstellers)|(?:du fournisseur|de l['’]assureur)|(?:del proveedor|del fornitore|de la aseguradora)|of the (?:insurer|seller|supplier)|van de (?:leverancier|verzekeraar))";
/** What the paper is besides, or the code of its kind: "(Selbst ausgestellte Rechnung) (389)". */
const ASIDE = '(?: ?\\([^()]{1,40}\\)){0,2}';

const NUMBER_WORD =
  '(?:n\\.? ?[°ºo](?!\\p{L})|(?:no|nr|n|num(?:ber|ero|mer)?|nummer|numer|nro|numarasi|cislo|c|st|br|broj|szam|αρ|αριθ)(?![\\p{L}])|№|#)';

/** With a digit in it, and a series of letters before it: "FT 2024/5567". */
const VALUE = '((?:[A-Z]{1,3} )?(?=[\\w./-]*\\d)[A-Z0-9](?:[\\w./-]*[A-Z0-9])?)';

/** What introduces the day of the paper behind its number. */
const OF_DAY =
  '(?:vom|v\\.|date(?:d| of issue)?|of|from|on|issued(?: on| at)?|ausgestellt(?: am)?|datum|du|en date du|datee? du|emise? le|etablie? le|le|del|de fecha|con fecha|fecha|de|em|data|datad[ao] de|emitid[ao] (?:el|em)|emess[ao] il|in data|datata|dd\\.?|d\\.? ?d\\.?|van|(?:(?:af|av|fra|fran) )?den|af|av|fra|fran|dato|pvm|z dnia|dnia|z|ze dne|ze dna|zo dna|ze|zo|dne|dna|od dana|od|z dne|dana|din data(?: de)?|din|kelte?|kelt|no|kuupaev|tarihli|tarih|от|од|від|вiд|дата|της|ημερομηνια)';
const SEPARATOR = '[\\s,;:/(–-]*';

const OPENING = `^[^\\p{L}\\p{N}]*(?:(?<credit>${CREDIT})|${PAPER})(?![\\p{L}])(?: ${KIND}){0,2}${ASIDE}\\s*[-–:]?\\s*(?:${NUMBER_WORD}[\\s.:#]*)`;

const BEFORE_DAY = new RegExp(`${OPENING}${VALUE}${SEPARATOR}(?:(?<![A-Z])${OF_DAY}[\\s:.]*)?$`, 'iu');

const DAY = '(?:\\d{1,4}(?:\\s?[./-]\\s?\\d|\\.?\\s(?:de\\s)?\\p{L}{3})|\\p{L}{3,}\\.? \\d)';
const WITH_DAY = new RegExp(
  `${OPENING}${VALUE}(?<behind>\\s*$|${SEPARATOR}(?<![\\d./-])${OF_DAY}[\\s:.]*(?:$|${DAY})|\\s*[,;–(-]?\\s+\\(?${DAY})`,
  'iu',
);

/** An amount is no number of a paper. */
const AMOUNT = /^\d{1,3}(?:[.,]\d{3})*[.,]\d{2}$/;

const headingFrom = (match: RegExpExecArray | null): PaperHeading | undefined => {
  const [, , number = ''] = match ?? [];
  if (number === '' || AMOUNT.test(number)) return undefined;
  return { number, isCredit: match?.groups?.['credit'] !== undefined };
};

/**
 * The heading that a day ends, by all words of its line before the day: "Handelsrechnung (380) Nr. 471102 vom", "Fattura n.
 * 12 del", "Faktura nr 12/05/2024 z dnia". Not the number of an order, or of a paper that words before it refer to.
 */
export const headingBefore = (words: string): PaperHeading | undefined => {
  const text = withoutAccents(normalizePrinted(words));
  return /\d/.test(text) ? headingFrom(BEFORE_DAY.exec(text)) : undefined;
};

/** The heading that a line begins with, and whether the day of the paper or a word for it stands behind its number. */
export function headingOf(line: string): (PaperHeading & { readonly hasDay: boolean }) | undefined {
  const match = WITH_DAY.exec(withoutAccents(normalizePrinted(line)));
  const heading = headingFrom(match);
  return heading && { ...heading, hasDay: match?.groups?.['behind']?.trim() !== '' };
}

/** A line breaks off behind a word that a day or a paper's name follows: "bitte bis zum", "... Nr. 12 vom". */
const LEADS =
  /(?<!\p{L})(?:vom|von|bis|zum|am|ab|seit|dated?|of|on|from|until|till|by|before|since|du|le|au|avant|del|el|al|dal|il|entro|fecha|de|em|ate|van|tot|voor|op|den|fra|til|fran|den|senast|senest|z dnia|do dnia|dnia|od|do|ze dne|dne|dna|din|от|до|від|до)\s*$/u;

/** Whether a line breaks off where a day has to follow, which then begins the next one. */
export const leadsToDay = (line: string): boolean => LEADS.test(foldPrinted(line));

/** A line breaks off where the name of another paper follows: "zu unserer", "payment of your". */
const REFERS =
  /(?<!\p{L})(?:zu|zur|auf|fur|gemass|laut|unsere[rn]?|ihre[rn]?|bezuglich|betreffend|to|for|your|our|votre|notre|vostra|nostra|alla|della|nuestra|onze|uw|vedr|vedrorende|dotyczy|dotyczaca|k|ke)\s*$/u;

/** Whether a line breaks off where the paper that it refers to has to follow. */
export const leadsToPaper = (line: string): boolean => REFERS.test(foldPrinted(line));
