import { normalizePrinted } from 'printed-text/plain-text';
import { plainMark } from './purchase-marks.ts';

/** What the number under which somebody pays tax is called, country by country. */
const NAMES = [
  'VAT(?: ?REG)?|TAX(?:PAYER)?(?: ?REG)?(?: ?ID)?|TIN|EIN|TRN|GST(?:IN)?(?: ?REG)?|SST|ABN|NZBN|BRN|UEN|CO(?:MPANY)?\\.? ?REG',
  'UST-?ID|UID|ATU|MWST|ST(?:EUER)?\\.?-?(?:NR|NUMMER|ID)|IDNR|HRB',
  'TVA(?: ?INTRA\\w*)?|SIRET|SIREN|N[°O]? ?TVA|RCS|ICE',
  'P\\.? ?IVA|PARTITA ?IVA|C\\.? ?F\\.?|COD\\.? ?FISC\\w*',
  'N\\.?I\\.?F|C\\.?I\\.?F|NIPC|CONTRIBUINTE|CNPJ|CPF|R\\.?F\\.?C|C\\.?U\\.?I\\.?T|R\\.?U\\.?T|R\\.?U\\.?C|N\\.?I\\.?T',
  'BTW|KVK|CVR|SE-?NR|MOMS(?:REG)?|ORG(?:ANISATIONS)?\\.?|MVA|Y-?TUNNUS|ALV|KT|VSK',
  'NIP|REGON|DI[CČ]|I[CČ]O?|AD[OÓ]SZ[AÁ]M|C\\.?U\\.?I|C\\.?I\\.?F|OIB|PIB|EIK|БУЛСТАТ|ИНН|ПН|ЄДРПОУ|ΑΦΜ|AFM|V\\.?K\\.?N|VD',
  'NPWP|MST|NTN|PAN|登録番号|統一編號|統編|纳税人识别号|사업자(?:등록)?번호|เลขประจำตัวผู้เสียภาษี|ח\\.פ|ע\\.מ|الرقم الضريبي',
].join('|');
const NUMBER_WORD = '(?:ID(?:ENT)?|NO|NR|N[°ºO]|NUM(?:BER|ERO|ÉRO|MER)?|NUMMER|REG|CODE|#)?';
const VALUE = '[A-Z]{0,4}[ -]?\\d(?:[ ./-]?[A-Z0-9]){6,19}';
const NAMED = new RegExp(
  `(?<![\\p{L}\\d])(?:${NAMES})[\\s.:-]*(?:${NUMBER_WORD}[\\s.:#()/-]*){0,2}(?<value>${VALUE})`,
  'giu',
);
/** Numbers whose form alone says what they are: of the European Union's countries, Switzerland, India. */
const BY_FORM =
  /(?<![A-Z\d])(?<value>ATU ?\d{8}|BE ?[01]\d{3}[. ]?\d{3}[. ]?\d{3}|CHE-?\d{3}\.?\d{3}\.?\d{3}|DE ?\d{9}|ES ?[A-Z]\d{8}|FR ?[\dA-Z]{2} ?\d{9}|(?:GB|XI) ?\d{3} ?\d{4} ?\d{2}|IT ?\d{11}|NL ?\d{9} ?B ?\d{2}|PL ?\d{10}|PT ?\d{9}|SE ?\d{12}|\d{2}[A-Z]{5}\d{4}[A-Z][\dA-Z]Z[\dA-Z])(?![A-Z\d])/gi;

/**
 * The numbers under which the parties of a document pay tax or are registered, letters and digits only, upper case, in the
 * order printed: a number behind such a name, in the words of many countries, or one whose form says it. Seven digits
 * at least.
 */
export function readTaxIds(rows: readonly string[]): string[] {
  const values = rows.flatMap((row) => {
    const plain = normalizePrinted(row);
    return [...plain.matchAll(NAMED), ...plain.matchAll(BY_FORM)].map(({ groups }) =>
      plainMark(groups?.['value'] ?? ''),
    );
  });
  return [...new Set(values)].filter((value) => (value.match(/\d/g)?.length ?? 0) >= LEAST_DIGITS).slice(0, MOST);
}

const LEAST_DIGITS = 7;
const MOST = 6;
