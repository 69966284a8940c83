import { withoutAccents } from './plain-text.ts';

/** Words of addresses by language: streets, buildings, floors, districts. */
const ADDRESS_WORDS: Readonly<Record<string, string>> = {
  english:
    'street road avenue boulevard drive highway parkway square centre center terrace arcade industrial estate heights ' +
    'garden gardens crescent shopping building tower block level floor ground lower upper basement suite unit court ' +
    'market station airport terminal office north south east west central village quarter district mall plaza complex ' +
    'section phase corner bridge gate hill lane park lot',
  malay:
    'jalan lorong persiaran lebuh lebuhraya taman bandar kampung seksyen kawasan perindustrian perusahaan perniagaan ' +
    'medan niaga pusat desa mukim batu lintang solok bangunan menara wisma kompleks tingkat jaya indah utama baru bukit ' +
    'sungai kota pulau raya tengah timur barat utara selatan besar lama negeri wilayah persekutuan',
  indonesian: 'gedung lantai kecamatan kelurahan kabupaten provinsi',
  german:
    'strasse hauptstrasse bahnhofstrasse platz marktplatz bahnhof allee gasse damm ufer stadt haus hof stock stiege ' +
    'postfach ring',
  french:
    'avenue boulevard chemin place quai route impasse cours allee batiment etage centre commercial zone cedex rue',
  spanish: 'calle avenida paseo plaza carretera edificio piso colonia barrio poligono centro comercial local',
  italian: 'via viale piazza corso largo strada centro piano vicolo localita',
  portuguese: 'avenida praca travessa estrada rodovia edificio andar bairro centro loja',
  dutch: 'straat laan plein dijk gracht kade winkelcentrum postbus verdieping',
  northern: 'gatan vagen torget gade vejen gate veien katu ulica aleja osiedle namesti utca',
  countries:
    'malaysia singapore indonesia thailand philippines vietnam germany deutschland france italia italy spain espana ' +
    'portugal nederland netherlands belgium belgique austria osterreich switzerland schweiz suisse svizzera poland polska ' +
    'hungary england scotland wales ireland canada mexico brasil brazil australia india china japan korea luxembourg ' +
    'sweden sverige norway norge denmark danmark finland suomi greece turkey turkiye africa zealand kingdom united states',
};

/** Words of firms' names: what they trade in. */
const TRADE_WORDS =
  'restaurant restoran restaurante ristorante coffee kopitiam bistro bakery bakeries bakeri backerei boulangerie ' +
  'market supermarket supermarkt hypermarket supermercado supermarche minimarket hardware stationery stationers ' +
  'pharmacy farmasi farmacia apotheke pharmacie bookstore bookshop electrical electronic electronics trading ' +
  'enterprise enterprises marketing industry industries supplies gallery station petroleum clinic klinik dental ' +
  'boutique fashion furniture furnishing gourmet kitchen seafood confectionery services service printing healthcare ' +
  'beauty workshop motor international company corporation limited holdings distributor distribution resources ' +
  'management engineering technology solutions handicraft tailoring restaurants parking department sports jewellery ' +
  'perniagaan syarikat pasaraya kedai runcit gasthaus metzgerei drogerie buchhandlung brasserie trattoria taverna ' +
  'panaderia carniceria supplier wholesale retail garage cinema hospital museum theatre';

const listed = [...Object.values(ADDRESS_WORDS), TRADE_WORDS];

/**
 * The words that addresses and firms' names are made of, in many languages, in lower case and without accents. Towns are
 * not among them: a list of these favours the countries it was made for, and changed nothing that was measured.
 */
export const knownWords: ReadonlySet<string> = new Set(listed.flatMap((words) => words.split(' ')).map(withoutAccents));
