import { type Finder, ofWords } from './word-pattern.ts';

/** Something on paper that speaks for a country. */
export interface CountryMark {
  /** ISO 3166-1 alpha-2; several where the same is usual in each, the largest first. */
  readonly countries: readonly string[];
  /** Where it is as usual, though few papers come from there: the person's own country only. */
  readonly fewFrom: readonly string[];
  readonly find: Finder;
  /** 1 a hint, 2 usual there and rare elsewhere, 3 settles it. */
  readonly weight: 1 | 2 | 3;
}

const mark = (countries: string, weight: 1 | 2 | 3, pattern: RegExp, fewFrom = ''): CountryMark => ({
  countries: countries.split(' '),
  fewFrom: fewFrom.split(' '),
  weight,
  find: ofWords(pattern),
});

/** Money by its name, as sums are written in words: a shop or a shoe may be called so too. */
const money = (country: string, name: string): CountryMark =>
  mark(country, 3, new RegExp(`[\\d%]\\s?(?:${name})\\b|\\b(?:${name}) ?(?:\\d|ONLY\\b)|\\bIN (?:${name})\\b`, 'i'));

/** Area codes of islands that share the telephone prefix +1. */
const AREA_CODES = [
  ['BS', 242],
  ['BB', 246],
  ['AI', 264],
  ['AG', 268],
  ['KY', 345],
  ['BM', 441],
  ['GD', 473],
  ['LC', 758],
  ['DM', 767],
  ['VC', 784],
  ['KN', 869],
] as const;

/**
 * Legal forms, names and numbers of taxes, words of addresses and scripts. Many are usual in several countries: a "GmbH"
 * may be in Germany, Austria, Switzerland or Liechtenstein. Phone, web and names of places are read apart.
 */
/** Before the number under which a firm of the European Union pays VAT; behind that word it counts whatever its form. */
const VAT_PREFIXES = 'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

export const COUNTRY_MARKS: readonly CountryMark[] = [
  // Asia and Oceania
  mark('MY', 3, /\bS[DO]N\.? ?BHD\b/i, 'BN'),
  money('MY', 'RINGGIT'),
  mark('MY', 2, /\bSST\b/i),
  mark('MY', 3, /\bGST ?(?:ID|REG(?:\.|ISTRATION)?|REF)? ?(?:NO|#)?\.? ?:? ?00\d{10}\b/i),
  mark('MY', 2, /\bCUKAI\b/i, 'BN'),
  mark('MY ID', 2, /\bTUNAI\b/i, 'BN SG'),
  mark('ID', 2, /\bKEMBALIAN\b|\bPENJUALAN\b|\bPENGEMBALIAN\b|\bDURASI\b/i),
  mark('MY ID SG', 2, /\bJALAN\b|\bJLN\b|\bTAMAN\b/i, 'BN'),
  mark('SG', 3, /\bPTE\.? ?LTD\b|\bGST REG(?:\.|ISTRATION)? ?(?:NO|#)?\.?:? ?[MF][0-9A-Z]-?\d{7}/i, 'FJ'),
  mark('SG', 2, /\b[789] ?% GST\b|\bGST (?:@ ?|\()?[789](?:[.,]0+)? ?%/i),
  mark('ID', 3, /\bNPWP\b|\bPPN\b/i),
  mark('PH', 3, /\bVATABLE SALES?\b|\bPTU ?(?:NO|#)|\bBIR (?:PERMIT|ACCR)|\bVAT REG(?:\.|ISTERED)? TIN\b/i),
  mark('TH', 3, /[\u0e00-\u0e7f]{4,}/),
  mark('VN', 3, /\bMST\b.*\d{10}|\bTHÀNH TIỀN\b/i),
  mark('JP', 3, /[\u3040-\u30ff]{2,}|消費税/),
  mark('JP', 3, /\bCONSUMPTION TAX\b/i),
  mark('JP', 1, /\b(?:SUICA|PASMO|ICOCA)\b/i),
  mark('HK', 3, /\bOCTOPUS CARD\b|八達通/i),
  mark('HK', 1, /^OCTOPUS\b/im),
  mark('TH DE', 1, /\bVAT ?(?:@ ?|\()?7(?:[.,]0+)? ?%|\b7 ?% VAT\b/i),
  mark('CN', 3, /发票|增值税|人民币/),
  mark('CN', 2, /实收|应收|总计|小计|订单|谢谢惠顾|欢迎光临/, 'SG MY'),
  mark('TW', 3, /統一發票|統一編號/),
  mark('KR', 3, /[\uac00-\ud7af]{3,}/),
  mark('IN', 3, /\bGSTIN\b|\bCGST\b|\bSGST\b|\bIGST\b|\bFSSAI\b/i),
  mark('IN', 3, /\bPVT\.? ?LTD\b/i, 'PK BD LK NP MV ZW BT'),
  mark('PK', 3, /\bNTN\b|\bSTRN\b|\bFBR\b/i),
  mark('BD', 3, /\bMUSHAK\b/i),
  money('BD', 'TAKA'),
  mark('LK', 3, /\bSSCL\b|[\u0d80-\u0dff]{3,}/i),
  mark('AU', 3, /\bABN:? ?\d{2} ?\d{3} ?\d{3} ?\d{3}\b/i),
  mark('AU', 2, /\b(?:NSW|VIC|QLD) \d{4}\b/i),
  mark('AU', 2, /(?<!\()\bPTY\.? ?LTD\b/i, 'ZA BW NA SZ LS PG'),
  mark('AU', 2, /\bGST (?:@ ?|\()?10(?:\.0+)? ?%|\b10 ?% GST\b/i, 'PG'),
  mark('AU', 2, /\b(?:TAS|WA) \d{4}\b(?!-?\d)|\bACT 2[69]\d\d\b/),
  mark('AU NZ', 2, /\bEFTPOS\b/i, 'FJ PG SB TO VU WS'),
  mark('AU NZ', 1, /\bGST (?:INCLUDED|INCLUSIVE|CONTENT)\b|\bINCL(?:\.|UDES|UDING)? GST\b/i, 'CA IN MV PG SG'),
  mark('NZ', 3, /\bNZBN\b/i),
  mark('NZ', 3, /\bGST ?(?:REG(?:ISTRATION|\.)? ?)?(?:NO|NUMBER|#)?\.?[: ]*\d{2,3}-\d{3}-\d{3}\b(?!-)/i),
  mark('NZ', 2, /\bGST (?:@ ?|\()?15(?:\.0+)? ?%|\b15 ?% GST\b/i),
  mark('SA', 3, /\bZATCA\b/),
  mark('IL', 3, /[\u0590-\u05ff]{4,}/),
  mark('GE', 3, /[\u10d0-\u10ff]{4,}/),
  mark('AM', 3, /[\u0561-\u0587]{4,}/),
  mark('KZ', 3, /\bБИН\b/i),
  // Europe
  mark('DE AT CH', 3, /\bGmbH\b/i, 'LI'),
  mark('DE', 3, /\bDE ?\d{9}\b/i),
  mark(
    'CH',
    3,
    /\b(?:8[.,]1|7[.,]7|2[.,]6|3[.,]8)0? ?% ?(?:MWST|TVA|IVA)|(?:MWST|TVA|IVA)[ :(]*(?:8[.,]1|7[.,]7|2[.,]6|3[.,]8)0? ?%/i,
    'LI',
  ),
  mark('DE AT CH LI LU', 1, /\bMwSt\b/i),
  mark('DE AT', 1, /\bUSt\b|\bUSt-Id/i),
  mark('AT', 3, /\bATU ?\d{8}\b/i),
  mark('CH', 3, /\bCHE[- ]?\d{3}[. ]?\d{3}[. ]?\d{3}\b/i, 'LI'),
  mark('FR', 3, /\bSIRET\b|\bSIREN\b|\bFR ?[0-9A-Z]{2} ?\d{9}\b/i),
  mark('FR BE CH LU MA TN DZ SN CI CM', 2, /\bTTC\b|\bS\.?A\.?R\.?L\b/),
  mark('FR BE CH LU RO MD MA TN DZ SN CI CM', 2, /\bT\.?V\.?A\b/),
  mark('BE', 3, /\bBE ?0\d{3}\.?\d{3}\.?\d{3}\b/i),
  mark('NL', 3, /\bNL\d{9}B\d{2}\b|\bKvK\b/i),
  mark('NL BE', 2, /\bBTW\b/, 'SR'),
  mark('NL', 2, /\bB\.V\./, 'CW SR'),
  mark('IT', 3, /\bP\.? ?IVA\b|\bPARTITA IVA\b|\bDOCUMENTO COMMERCIALE\b/i),
  mark('IT RO MD AR PE UY PY BO DO CR BE', 3, /\bS\.R\.L\b/i),
  mark('ES PT', 3, /\bNIF\b/i, 'AO BF BI BJ CD CG CM CV DZ GA GN GQ GW HT ML MG NE ST TG'),
  mark('ES', 3, /\bCIF:? ?[A-Z]-?\d{8}\b/i),
  mark('PT', 3, /\bNIPC\b/i),
  mark('PT', 3, /\bFATURA\b.*\bLDA\b/i, 'AO MZ CV'),
  ...VAT_PREFIXES.map((prefix) =>
    mark(
      prefix === 'EL' ? 'GR' : prefix,
      2,
      new RegExp(
        `\\bV\\.?A\\.?T\\.?[ :.#-]*(?:(?:reg|no|nr|number|id)[ :.#-]*){0,2}${prefix} ?\\d[\\dA-Z]{6,11}\\b`,
        'i',
      ),
    ),
  ),
  mark('IE', 3, /\bIE ?\d{7}[A-Z]{1,2}\b/i),
  // Eircode: a routing key, and four signs of which one at least is a letter and one a digit.
  mark('IE', 3, /\b(?:[AC-FHKNPRTV-Y]\d{2}|D6W) (?=[A-Z]*\d)(?=\d*[A-Z])[AC-FHKNPRTV-Y\d]{4}\b/),
  mark('GB', 3, /\bGB ?\d{3} ?\d{4} ?\d{2}\b|\bLONDON [A-Z]{1,2}\d/i),
  mark('GB', 2, /\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b/),
  mark('SE', 3, /\bSE ?\d{12}\b/i),
  mark('SE FI', 3, /\bVARAV MOMS\b|\bATT BETALA\b/i),
  mark('NO', 3, /\bMVA\b/i),
  mark('SE DK', 1, /\bMOMS:? ?\(?25 ?%|\b25 ?% MOMS\b/i),
  mark('SE', 1, /\bMOMS:? ?\(?(?:12|6) ?%|\b(?:12|6) ?% MOMS\b/i),
  mark('DK', 3, /\bCVR\b/i),
  mark('FI', 3, /\bYHTEENSÄ\b/i),
  mark('PL', 3, /\bNIP:? ?\d|\bPARAGON FISKALNY\b|\bPTU\b(?! ?(?:NO\b|#))/i),
  mark('CZ', 3, /\bDI[ČC]:? ?CZ/i),
  mark('SK', 3, /\bI[ČC] DPH\b/i),
  mark('HU', 3, /\bADÓSZÁM\b|\bNYUGTA\b/i),
  mark('RO', 3, /\bBON FISCAL\b/i, 'MD'),
  mark('RO', 3, /\bC\.?(?:I\.?F|U\.?I)\.?[ :.]*RO ?\d{6,10}\b/i),
  mark('MD', 3, /\bIDNO\b/i),
  mark('MK', 3, /[ѓќѕЃЌЅ]/),
  mark('BG', 3, /БУЛСТАТ|\bЕИК\b|\bДДС\b|ФИСКАЛЕН БОН/i),
  mark('HR', 3, /\bOIB\b|\bPDV ID: ?HR/i),
  mark('RS ME', 3, /\bPIB\b/i),
  mark('AL', 3, /\bNIPT\b/i),
  mark('SI', 3, /\bDDV\b/i),
  mark('GR CY', 3, /\bΑΦΜ\b|Φ\.?Π\.?Α/i),
  mark('TR', 3, /\bKDV\b|\bTOPKDV\b/i),
  mark('RU KG UZ TJ', 3, /\bИНН\b/i),
  mark('RU KZ BY KG', 3, /КАССОВЫЙ ЧЕК/i),
  mark('UA', 3, /ФІСКАЛЬНИЙ|ГРИВЕНЬ|\bЄДРПОУ\b|\bІПН\b/i),
  mark('UA', 2, /[їєґЇЄҐ]/),
  mark('BY', 3, /\bУНП\b|\bУНН\b|[ўЎ]/i),
  mark('UA BY KZ', 2, /[а-я]і|і[а-я]/i),
  mark('UA RS ME', 3, /\bПДВ\b/i),
  // Africa
  mark('MA', 3, /\bICE ?:? ?(?:\d ?){14}\d\b/i),
  mark('TN', 3, /\bMATRICULE FISCAL\b/i),
  mark('SN', 3, /\bNINEA\b/i),
  mark('ZA', 3, /\(PTY\) ?LTD\b/i, 'BW NA SZ LS'),
  mark('KE', 3, /\bKRA PIN\b|\b[PA]0\d{8}[A-Z]\b/i),
  mark('KE TZ MZ LS CD', 3, /\bM-?PESA\b/i),
  money('NG', 'NAIRA'),
  mark('GH', 3, /\bNHIL\b|\bGETFUND\b/i),
  money('GH', 'CEDIS?'),
  mark('UG', 3, /\bEFRIS\b|\bURA\b/),
  mark('TZ GB', 3, /\bVRN\b/i),
  mark('ZM MW', 3, /\bTPIN\b/i),
  mark('BW', 3, /\bBURS\b/i),
  money('ET', 'BIRR'),
  mark('MZ', 3, /\bNUIT\b/i),
  // America
  mark('US', 3, /(?<!(?:PROVINCIAL|PROV\.?|HARMONI[SZ]ED|RETAIL|GENERAL) )\bSALES TAX\b/i, 'PK MY'),
  mark('US', 1, /(?<![\d+])(?:\(\d{3}\) ?|\b\d{3}[-.])\d{3}[-.]\d{4}\b/),
  mark('CA', 3, /\b(?:PROVINCIAL|PROV\.?|HARMONI[SZ]ED|RETAIL) SALES TAX\b|\bPST\b|\bRST\b/i),
  mark('CA', 3, /\bHST\b|\bTVQ\b|\bQST\b/i),
  mark('CA', 2, /\bTPS ?(?:[:(#]|\d)/i),
  mark('CA', 2, /\b[A-CEGHJ-NPR-TVXY]\d[A-Z] ?\d[A-Z]\d\b/),
  mark('JM', 3, /\bKINGSTON \d{1,2}\b|\+?1[ -]?\(?876\)?[ -]\d/i),
  mark('TT', 3, /\+?1[ -]?\(?868\)?[ -]\d/i),
  ...AREA_CODES.map(([country, code]) =>
    mark(
      country,
      2,
      new RegExp(`(?:\\+?\\b1[ -]?)?\\(${code}\\) ?\\d{3}[ -]?\\d{4}\\b|\\+?\\b1[ -]${code}[ -]\\d{3}[ -]?\\d{4}\\b`),
    ),
  ),
  mark('ES AR', 1, /\bI\.?V\.?A\.?:? ?\(?21(?:[.,]0+)? ?%/i),
  mark('CL CO', 2, /\bI\.?V\.?A\.?:? ?\(?19(?:[.,]0+)? ?%/i),
  mark('MX', 2, /\bI\.?V\.?A\.?:? ?\(?16(?:[.,]0+)? ?%/i),
  mark('IT UY', 1, /\bI\.?V\.?A\.?:? ?\(?22(?:[.,]0+)? ?%/i),
  mark('UY', 3, /\bR\.?U\.?T\.?[: ]*\d{12}\b/i),
  mark('CL', 3, /\bR\.?U\.?T\.?[: ]*\d{1,2}\.?\d{3}\.?\d{3}-[\dK]\b/i),
  mark('CO', 3, /\bNIT[.: ]*\d{3}\.?\d{3}\.?\d{3} ?- ?\d\b/i),
  mark('CO BO GT', 2, /\bNIT\b[.: #]*\d/i),
  mark('MX', 3, /\bRFC:? ?[A-Z]{3,4}\d{6}/i),
  mark('MX', 3, /\bS\.?A\.? DE C\.?V\b/i, 'SV HN GT NI'),
  mark('BR', 3, /\bCNPJ\b/i),
  mark('AR', 3, /\bCUIT\b/i),
  mark('CL', 3, /\bBOLETA ELECTR[OÓ]NICA\b/i),
  mark('CO', 3, /\bDIAN\b/i),
  mark('PE', 3, /\bRUC:? ?\d{11}\b|\bIGV\b|\/100 (?:NUEVOS )?SOLES\b/i),
  mark('DO', 3, /\bITBIS\b|\bRNC\b/i),
  mark('PA', 3, /\bITBMS\b/i),
  money('GT', 'QUETZALES'),
  mark('HN', 3, /\bC\.?A\.?I\.?: ?[0-9A-F]{6}-/i),
  money('HN', 'LEMPIRAS?'),
  money('NI', 'C[ÓO]RDOBAS'),
  money('CR', 'COLONES'),
  money('PY', 'GUARAN[IÍ]ES'),
];
