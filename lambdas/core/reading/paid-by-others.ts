import { foldPrinted } from 'printed-text/letters';
import { onOneLine } from 'printed-text/plain-text';
import { formatMoney, type Money } from '../ground/money.ts';
import { amountInCurrency } from './labelled-amounts.ts';
import type { MarkedRow } from './printed-marks.ts';
import type { Reason } from './structured-expense.ts';

/** What an insurer or the state bears of a bill, folded: "Insurance pays", "Part mutuelle", "保険負担". */
const OTHERS =
  'insur(?:er|ance) (?:pays?|paid|share|portion|covers?|covered|payment|adjustment|contribution|benefit)|(?:less|minus) insurance|covered by (?:your )?(?:insurance|plan)|' +
  '(?:plan|medicare|medicaid|nhs|vsp|dental|vision|pbs) (?:pays?|paid|payment|benefits?|contribution|rebate)|(?:government|state|energy(?: bill)?|price) (?:support|contribution|subsidy|rebate|relief|cap|discount)|subsid(?:y|ies)|' +
  '(?:kranken)?kassenanteil|anteil (?:der )?(?:kranken)?kasse|(?:kranken)?(?:kasse|versicherung) (?:zahlt|ubernimmt|erstattet)|ubernahme (?:durch )?(?:die )?(?:kranken)?(?:kasse|versicherung)|' +
  'beihilfe|festzuschuss|(?:strom|gas|energie|warme)?preisbremse|stromkostenbremse|entlastungsbetrag|staatliche entlastung|forderanteil|' +
  "part (?:de la )?(?:secu(?:rite sociale)?|mutuelle|amo|amc|assurance(?: maladie)?|obligatoire|complementaire)|(?:prise? en charge|rembours\\w*|pris en charge)(?: par)?(?: la| l'| le)? ?(?:secu(?:rite sociale)?|mutuelle|assurance(?: maladie)?|cpam|etat)|tiers payant|cheque energie|bouclier tarifaire|" +
  '(?:aseguradora|seguro(?: medico)?|mutua|obra social|isapre|fonasa|eps|prevision) (?:paga|cubre|cubierto)|cobertura(?: seguro| obra social)?|a cargo de (?:la |el )?(?:aseguradora|seguro|mutua|obra social|estado)|bono social|subsidio|subvencion|aporte (?:del )?estado|' +
  "a carico (?:del(?:la)? |dell')?(?:ssn|servizio sanitario|assicurazione|asl|stato)|quota (?:ssn|assicurazione|stato)|bonus (?:sociale|energia|bollette)|" +
  'comparticipa(?:cao|do)|(?:a cargo d[ao] |valor )?(?:seguradora|convenio|sns|adse)|apoio (?:do )?(?:estado|governo)|desconto (?:da )?tarifa social|' +
  'vergoed(?:ing|e)?(?: door)?(?: de)? (?:zorg)?(?:verzekeraar|verzekering)|(?:zorg)?verzekeraar (?:betaalt|vergoedt)|prijsplafond|' +
  'forman|hogkostnadsskydd\\w*|forsakring(?:en)?(?: betalar|sersattning)?|elstod|elprisstod|(?:helfo |folketrygd\\w* )?refusjon|stromstotte|tilskud(?: fra sygesikring\\w*)?|sygesikring(?:en)?|' +
  'kela-?korvaus|vakuutuskorvaus|refundacja(?: nfz)?|doplata nfz|dofinansowanie|(?:hradi|uhrada) (?:zdravotni )?pojistovn[ay]|hradi poistovna|(?:neak|tb)[- ]?tamogatas|allami tamogatas|rezsicsokkentes|' +
  'decontat(?: de)? cas|suma compensata|sgk (?:payi|odemesi|katkisi)|devlet (?:destegi|katkisi)|συμμετοχη (?:ταμειου|ασφαλισης)|επιδοτηση|субсидия|страховая (?:оплата|выплата)|субсидія|' +
  'bpjs|subsidi|保険負担(?:額|金)?|保険(?:者)?(?:請求|給付)(?:額|金)?|公費負担?(?:額|金)?|公団負担金|補助金|공단부담(?:금|액|총액)?|보험자부담(?:금|액)?|보험청구액|医保(?:支付|统筹)(?:金额)?|统筹(?:支付|基金)(?:金额)?|健保(?:給付|負擔)(?:金額)?|政府补贴';

/** What is left for the one who pays, folded: "Patient pays", "Eigenanteil", "患者負担額". */
const OWN =
  "(?:patient|your|member|customer)(?:'s)? (?:share|portion|responsibility|pays?|amount|co-?pay(?:ment)?)|you pay|co-?pay(?:ment)?(?: amount)?|eigenanteil|selbstbehalt|ihr anteil|" +
  'reste a (?:votre )?charge|part (?:patient|assure)|copago|a cargo del? (?:paciente|asegurado)|quota (?:a carico )?(?:paziente|assistito)|a carico (?:del )?(?:paziente|assistito)|' +
  'a cargo do utente|valor utente|eigen (?:bijdrage|risico|aandeel)|egenavgift|egenandel|egenbetaling|omavastuu(?:osuus)?|(?:doplata|udzial) pacjenta|doplatek pacienta|' +
  'teritesi dij|contributie personala|hasta (?:payi|katilim payi)|συμμετοχη ασθεν(?:η|ους)|患者負担(?:額|金)?|一部負担(?:額|金)?|自己負担(?:額|金)?|(?:환자|본인)부담(?:총액|금|액)?|个人(?:支付|自付|负担)(?:金额)?|自付(?:金额)?';

const words = (patterns: string): RegExp => new RegExp(`(?<![\\p{L}\\p{M}])(?:${patterns})(?![\\p{L}\\p{M}])`, 'u');
const [SAYS_OTHERS, SAYS_OWN] = [words(OTHERS), words(OWN)];

/**
 * Why a total may be more than what was paid: a row says what an insurer or the state bears of it, or what is left for the
 * one who pays. Where the total is what is left, it is right.
 */
export function doubtOfShares(rows: readonly MarkedRow[], total: Money): Reason | undefined {
  if (total.amountMinor <= 0) return undefined;
  const shares = rows.flatMap((row) => {
    const label = foldPrinted(row.label);
    const minor = amountInCurrency(row.amounts.at(-1)?.text ?? '', total.currency);
    if (minor === undefined || minor === 0 || row.isConversion) return [];
    const by = SAYS_OWN.test(label) ? 'own' : SAYS_OTHERS.test(label) ? 'others' : undefined;
    return by ? [{ row, by, minor: Math.abs(minor) }] : [];
  });
  const all = new Set<number | undefined>(
    rows.flatMap(({ amounts }) => amounts.map(({ text }) => amountInCurrency(text, total.currency))),
  );
  const borne = shares.filter(({ by }) => by === 'others');
  const sum = borne.reduce((some, { minor }) => some + minor, 0);
  // What is left is printed beside what it is left of.
  const isLeft =
    shares.some(({ by, minor }) => by === 'own' && minor === total.amountMinor) ||
    (sum > 0 && all.has(total.amountMinor + sum)) ||
    borne.some(({ minor }) => all.has(total.amountMinor + minor));
  const isPaid = rows.some(({ role, amounts }) => isPayment(role) && amounts.some((one) => isOf(one.text, total)));
  const [share] = shares.filter(({ minor }) => minor < total.amountMinor);
  if (!share || isLeft || isPaid) return undefined;
  return {
    code: 'TotalsDisagreeError',
    message: `the total was read as ${formatMoney(total)}, but "${onOneLine(share.row.text)}" says that another bears a part of it; state what was paid in a correction`,
  };
}

const isOf = (text: string, total: Money): boolean => amountInCurrency(text, total.currency) === total.amountMinor;
const isPayment = (role: MarkedRow['role']): boolean => role === 'cash';
