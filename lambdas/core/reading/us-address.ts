import { onOneLine } from 'printed-text/plain-text';
import { findLanguage } from './paper-language.ts';

/** What an address of the United States looks like, and how surely it is one; see {@link CountryMark} for weights. */
export interface UsAddress {
  readonly weight: 1 | 2 | 3;
  readonly because: string;
}

const STATES =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]';

/** Territories, which are written as states before a ZIP code only. */
const TERRITORIES = 'PR|VI|GU';

/** Behind a state; a word behind the five digits is a town, which stands before them in other countries: "DE 10115 Berlin". */
const WITH_ZIP = new RegExp(
  `\\b(?:${STATES}|${TERRITORIES})\\.?,? +\\d{5}(?:-\\d{4})?\\b(?!-\\d|[ ,]+(?!(?:U\\.?S\\.?A?|United|Tel|Ph|Phone|Fax|Store|Order|Date)\\b)\\p{L}{3,})`,
  'gu',
);
const AT_END = new RegExp(`(\\p{L}[\\p{L}.' -]{2,}), ?(${STATES})\\s*$`, 'gmu');

/** Codes of states that are a country's, or a state's or province's of Australia, Brazil, India or Italy as well. */
const SHARED = /^(?:A[LRZ]|C[AOT]|D[CE]|GA|HI|I[DLN]|LA|M[ADEINOST]|N[CDEH]|OR|PA|RI|S[CD]|TN|V[AT]|WA)$/;

/** States and provinces of other countries that are written as those of the United States, by country. */
const REGIONS: Readonly<Record<string, string>> = {
  AU: 'WA',
  BR: 'AL MA MS MT PA PR SC',
  IN: 'AR GA MN TN',
  IT: 'AL AR CA CO CT MI MN MO MS MT NE OR PA PR RI VA VI VT',
};

/** Taxes on goods that the United States do not have. */
const OTHER_TAXES =
  /(?<![\p{L}])(?:GST|HST|PST|QST|RST|SST|VAT|IVA|TVA|BTW|ICMS|ISS|KDV|PDV|MWST|UST|PPN|Goods and Services Tax|(?:provincial|prov\.?|harmoni[sz]ed|retail) sales tax)(?![\p{L}])/iu;

/** Towns whose state is written like something elsewhere; those of the others need no list. */
const TOWNS = new RegExp(
  `(?:^|[ ,])(?:${[
    'Anchorage|Birmingham|Montgomery|Huntsville|Mobile|Tuscaloosa|Little Rock|Fayetteville|Bentonville|Phoenix|Tucson|Mesa|Chandler|Scottsdale|Tempe|Glendale|Gilbert|Flagstaff|Sedona',
    'Los Angeles|San Diego|San Jose|San Francisco|Fresno|Sacramento|Long Beach|Oakland|Bakersfield|Anaheim|Santa Ana|Riverside|Stockton|Irvine|Chula Vista|Fremont|Berkeley|Pasadena|Palo Alto|Mountain View|Sunnyvale|Santa Clara|Santa Monica|Santa Barbara|Santa Cruz|Burbank|Malibu|Napa|Monterey|Cupertino',
    'Denver|Colorado Springs|Aurora|Fort Collins|Boulder|Lakewood|Aspen|Vail|Hartford|New Haven|Stamford|Bridgeport|Greenwich|Washington|Wilmington|Dover|Newark',
    'Atlanta|Augusta|Columbus|Savannah|Athens|Macon|Marietta|Alpharetta|Roswell|Honolulu|Hilo|Kailua|Waikiki|Lahaina|Boise|Meridian|Nampa|Idaho Falls|Coeur d.Alene',
    'Chicago|Springfield|Naperville|Peoria|Rockford|Evanston|Champaign|Schaumburg|Oak Park|Skokie|Indianapolis|Fort Wayne|Evansville|South Bend|Bloomington|Carmel',
    'New Orleans|Baton Rouge|Shreveport|Lafayette|Boston|Worcester|Cambridge|Somerville|Lowell|Quincy|Salem|Newton|Brookline|Plymouth|Baltimore|Annapolis|Rockville|Bethesda|Silver Spring|Frederick|Columbia',
    'Portland|Bangor|Bar Harbor|Detroit|Grand Rapids|Ann Arbor|Lansing|Flint|Dearborn|Kalamazoo|Troy|Minneapolis|St\\.? Paul|Saint Paul|Duluth|Rochester|Kansas City|St\\.? Louis|Saint Louis|Branson|Jackson|Gulfport|Biloxi|Billings|Missoula|Bozeman|Helena',
    'Charlotte|Raleigh|Durham|Greensboro|Winston-Salem|Asheville|Chapel Hill|Cary|Fargo|Bismarck|Omaha|Lincoln|Manchester|Nashua|Concord|Eugene|Bend|Hillsboro|Ashland',
    'Philadelphia|Pittsburgh|Allentown|Erie|Harrisburg|Lancaster|Scranton|Bethlehem|Providence|Newport|Warwick|Charleston|Greenville|Myrtle Beach|Hilton Head|Sioux Falls|Rapid City',
    'Nashville|Memphis|Knoxville|Chattanooga|Franklin|Gatlinburg|Burlington|Stowe|Montpelier|Virginia Beach|Norfolk|Richmond|Arlington|Alexandria|Fairfax|Reston|Roanoke|Williamsburg|Charlottesville|Seattle|Spokane|Tacoma|Bellevue|Vancouver|Everett|Redmond|Olympia|Kirkland|Bellingham',
  ].join('|')})$`,
  'iu',
);

/**
 * The address of the United States in a text, if there is one: a state with a ZIP code, or a town and a state at a line's
 * end. Where the code of the state is a country's or a province's as well it counts for little without a town that is known,
 * and for nothing in another language, beside a place of that country or a tax of elsewhere.
 *
 * @param elsewhere Countries other than the United States of which the text names a place.
 */
export function findUsAddress(text: string, elsewhere: ReadonlySet<string>): UsAddress | undefined {
  const isMeant = (state: string): boolean =>
    ![...elsewhere].some((country) => country === state || REGIONS[country]?.split(' ').includes(state));
  const zip = [...text.matchAll(WITH_ZIP)].find(([print]) => isMeant(print.slice(0, 2)));
  if (zip) return { weight: 3, because: onOneLine(zip[0]) };
  if (elsewhere.size > 0 || OTHER_TAXES.test(text)) return undefined;
  const isOtherwise = findLanguage(text) !== undefined;
  const ends = [...text.matchAll(AT_END)].flatMap(([print, town = '', state = '']): UsAddress[] => {
    const isSure = !SHARED.test(state) || TOWNS.test(town.trim());
    if (!isSure && isOtherwise) return [];
    return [{ weight: isSure ? 2 : 1, because: onOneLine(print) }];
  });
  return ends.sort((a, b) => b.weight - a.weight)[0];
}
