import { withoutAccents } from 'printed-text/letters';

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

/**
 * Names that stand in the last line of an address. Of each country by the same rule: its states or regions, and cities
 * of about a million. Smaller towns would only favour the country that somebody happened to list.
 */
const PLACES: Readonly<Record<string, string>> = {
  asia:
    'kuala lumpur selangor johor bahru penang pinang perak kedah kelantan terengganu pahang melaka malacca sabah sarawak ' +
    'perlis putrajaya jakarta surabaya bandung medan bangkok chiang manila quezon cebu ' +
    'hanoi saigon tokyo osaka kyoto yokohama nagoya sapporo fukuoka seoul busan incheon beijing shanghai shenzhen ' +
    'guangzhou kowloon taipei delhi mumbai bangalore bengaluru chennai kolkata hyderabad maharashtra karnataka tamil ' +
    'gujarat punjab kerala dubai sharjah riyadh istanbul ankara izmir',
  europe:
    'london manchester birmingham liverpool leeds glasgow edinburgh bristol cardiff belfast dublin paris marseille lyon ' +
    'toulouse bordeaux strasbourg nantes lille berlin hamburg munchen frankfurt stuttgart dusseldorf leipzig dresden ' +
    'hannover nurnberg bremen dortmund bayern hessen sachsen wurttemberg westfalen thuringen wien salzburg innsbruck ' +
    'zurich geneve genf basel lausanne luzern roma milano torino napoli firenze bologna venezia genova madrid barcelona ' +
    'valencia sevilla zaragoza malaga bilbao lisboa porto amsterdam rotterdam utrecht eindhoven antwerpen bruxelles ' +
    'brussel kobenhavn aarhus stockholm goteborg malmo oslo bergen helsinki tampere warszawa krakow wroclaw poznan ' +
    'gdansk praha brno budapest bucuresti athens thessaloniki',
  americas:
    'california texas florida illinois pennsylvania virginia georgia michigan washington massachusetts arizona colorado ' +
    'tennessee minnesota wisconsin maryland missouri indiana oregon nevada boston chicago houston phoenix philadelphia ' +
    'dallas seattle denver portland atlanta miami toronto montreal vancouver ottawa calgary ontario quebec alberta ' +
    'monterrey guadalajara jalisco bogota lima santiago buenos aires janeiro paulo brasilia',
  south: 'sydney melbourne brisbane perth adelaide queensland victoria auckland wellington johannesburg durban nairobi',
};

const listed = [...Object.values(ADDRESS_WORDS), TRADE_WORDS, ...Object.values(PLACES)];

/** The words that addresses and firms' names are made of, in many languages, in lower case and without accents. */
export const knownWords: ReadonlySet<string> = new Set(listed.flatMap((words) => words.split(' ')).map(withoutAccents));
