/**
 * Towns, districts and regions by country (ISO 3166-1 alpha-2), as they end the lines of addresses, for countries whose sign
 * of money is shared or where many travel. Names that are known in one country only; see {@link SHARED_TOWNS} for others.
 */
export const TOWNS: ReadonlyMap<string, string> = new Map([
  ['AE', 'Deira|Jumeirah|Bur Dubai|Dubai Marina|Al Barsha|Yas Island|Saadiyat Island'],
  ['AG', "Antigua|Antigua and Barbuda|Antigua & Barbuda|English Harbour|St. John's, Antigua|Jolly Harbour"],
  [
    'AR',
    'Mendoza|Ciudad de Mendoza|Córdoba Capital|Rosario, Santa Fe|CABA|Capital Federal|Ciudad Autónoma de Buenos Aires|Bariloche|San Carlos de Bariloche|Ushuaia|El Calafate|Salta|Mar del Plata|Puerto Iguazú|San Miguel de Tucumán|Neuquén|San Martín de los Andes|Villa La Angostura|Puerto Madryn|Tandil|Recoleta, Buenos Aires|Posadas, Misiones|San Salvador de Jujuy|Jujuy|Luján de Cuyo|Chacras de Coria|Bahía Blanca|Villa Carlos Paz|Comodoro Rivadavia|Río Gallegos|Cafayate|El Chaltén',
  ],
  [
    'AU',
    'Sydney|Melbourne|Brisbane|Cairns|Gold Coast|Surfers Paradise|Port Douglas|Townsville|Noosa Heads|Noosa|Byron Bay|Hobart|Alice Springs|Fremantle|Bondi Beach|Bondi Junction|Bondi|Airlie Beach|Coffs Harbour|Geelong|Ballarat|Bendigo|Wollongong|Toowoomba|Rockhampton|Mooloolaba|Maroochydore|Sunshine Coast|Parramatta|Katoomba|Hervey Bay|Margaret River|Broome|Kalgoorlie|Fitzroy|St Kilda|Surry Hills|Darlinghurst|Launceston, Tas|Wagga Wagga|Dubbo|Tamworth, NSW|Canberra|Burswood|Cottesloe|Docklands, Melbourne|Southbank, Melbourne|Yulara|Kakadu|Lorne, Vic',
  ],
  ['BB', 'Holetown|Oistins|Speightstown|Bathsheba, Barbados'],
  ['BG', 'София|Пловдив|Варна|Бургас|Bansko|Veliko Tarnovo|Nessebar|Sozopol|Sunny Beach|Golden Sands'],
  ['BM', "Bermuda|Hamilton, Bermuda|St. George's, Bermuda|Devonshire, Bermuda"],
  ['BS', 'Paradise Island|Grand Bahama|Marsh Harbour|Great Exuma|Nassau, NP|Harbour Island, Bahamas'],
  ['BZ', 'San Pedro, Ambergris Caye|Ambergris Caye|Caye Caulker|San Ignacio, Cayo|Placencia|Belmopan'],
  [
    'CA',
    'Toronto|Montréal|Calgary|Edmonton|Winnipeg|Saskatoon|Regina|Québec City|Québec|Ville de Québec|Whistler|Kelowna|Nanaimo|Kamloops|Burnaby|Banff|Canmore|Lake Louise|Tofino|Ucluelet|Mississauga|Brampton|Etobicoke|Oshawa|Niagara-on-the-Lake|Gatineau|Laval, QC|Longueuil|Trois-Rivières|Sherbrooke|Mont-Tremblant|Moncton|Fredericton|Charlottetown|Whitehorse|Yellowknife|Iqaluit|Lethbridge|Red Deer|Medicine Hat|Fort McMurray|Thunder Bay|Kitchener|Guelph|Saanich|Squamish|Penticton|Prince George|Lunenburg|Corner Brook',
  ],
  [
    'CH',
    'Zürich|Genève|Luzern|Lucerne|Bern|Interlaken|Zermatt|Lausanne|Montreux|Neuchâtel|Winterthur|Ascona|Bellinzona|Chur|Davos|Pontresina|Wengen|Lauterbrunnen|Crans-Montana|Scuol|Samnaun|Kreuzlingen|Schaffhausen|Zug|Thun|Fribourg|Biel/Bienne|Nyon|Vevey|Sion|Brig|Rapperswil',
  ],
  [
    'CL',
    'Valparaíso|Viña del Mar|Providencia, Santiago|Las Condes|Vitacura|Ñuñoa|San Pedro de Atacama|Puerto Natales|Punta Arenas|Puerto Varas|Puerto Montt|Pucón|Antofagasta|Iquique|La Serena|Concepción, Chile|Temuco|Arica|Calama|Rancagua|Hanga Roa|Isla de Pascua|Coyhaique|Chillán|Talca|Valdivia, Chile|Región Metropolitana|Biobío|Bío Bío|Los Lagos, Chile',
  ],
  [
    'CN',
    'Beijing|Shanghai|Shenzhen|Guangzhou|Hangzhou|Chengdu|Xiamen|Suzhou|Nanjing|Chongqing|Qingdao|Wuhan|Tianjin|Dalian|Guilin|Kunming|Zhuhai|Sanya|Dongguan|Chaoyang District|Pudong|Haidian District|北京|上海|深圳|广州|杭州|成都|北京市|上海市|深圳市|广州市|杭州市|成都市',
  ],
  [
    'CO',
    'Bogotá|Bogotá D.C.|Medellín|Cali|Santiago de Cali|Cartagena de Indias|Barranquilla|Bucaramanga|Santa Marta, Magdalena|Pereira|Manizales|Armenia, Quindío|Salento|Villa de Leyva|Chapinero|El Poblado|Envigado|San Andrés Isla|Cúcuta|Ibagué|Antioquia|Cundinamarca|Villavicencio|Valle del Cauca|Guatapé',
  ],
  [
    'CZ',
    'Praha|Praha 1|Praha 2|Brno|Český Krumlov|Karlovy Vary|Mariánské Lázně|Cheb|Znojmo|Mikulov|Děčín|Ústí nad Labem|Jihlava|Špindlerův Mlýn',
  ],
  [
    'DK',
    'København|Copenhagen|Aarhus|Århus|Odense|Aalborg|Esbjerg|Padborg|Kruså|Tønder|Aabenraa|Sønderborg|Haderslev|Kolding|Vejle|Billund|Skagen|Ribe|Rødby|Gedser|Rønne|Helsingør|Roskilde|Hirtshals|Frederikshavn|Silkeborg|Herning|Viborg|Fredericia|Horsens|Randers|Svendborg|Nykøbing Falster|Næstved|Slagelse|Køge|Hillerød|Frederiksberg|Kastrup|Hvide Sande|Rømø|Bov',
  ],
  [
    'EG',
    'Cairo|Giza|Hurghada|Sharm El Sheikh|Sharm El-Sheikh|Luxor|Aswan|Dahab|Marsa Alam|El Gouna|Zamalek|Maadi|Nasr City',
  ],
  [
    'GB',
    'Edinburgh|Glasgow|Liverpool|Leeds|Cardiff|Brighton|Belfast|Nottingham|Leicester|Sheffield|Aberdeen, Scotland|Inverness|Swansea|Stirling, Scotland|Blackpool|Stratford-upon-Avon|Fort William|Isle of Skye|Portree|Aberystwyth|Llandudno|Derry|Newcastle upon Tyne|Bournemouth|Harrogate',
  ],
  [
    'HK',
    'Hong Kong|Kowloon|Tsim Sha Tsui|Mong Kok|Mongkok|Causeway Bay|Wan Chai|Wanchai|Central, Hong Kong|Sheung Wan|Tai Kok Tsui|Sha Tin|Shatin|Tsuen Wan|Kwun Tong|North Point|Quarry Bay|Tung Chung|Lantau|Lantau Island|Jordan, Kowloon|Yau Ma Tei|Sham Shui Po|Hung Hom|Kennedy Town|Aberdeen, Hong Kong|New Territories|N.T.|Tuen Mun|Yuen Long|Sai Kung|Admiralty, Hong Kong|Tseung Kwan O|Chek Lap Kok|香港|九龍|九龙|新界|尖沙咀|旺角|銅鑼灣|灣仔',
  ],
  ['HR', 'Zagreb|Dubrovnik|Zadar|Rijeka|Šibenik|Rovinj|Makarska|Opatija'],
  [
    'HU',
    'Budapest|Sopron|Győr|Szeged|Debrecen|Pécs|Siófok|Balatonfüred|Keszthely|Hévíz|Eger|Szentendre|Mosonmagyaróvár|Szombathely|Miskolc',
  ],
  [
    'ID',
    'Jakarta|Jakarta Selatan|Jakarta Pusat|Ubud|Kuta|Seminyak|Canggu|Sanur|Nusa Dua|Jimbaran|Uluwatu|Denpasar|Bali|Lombok|Gili Trawangan|Yogyakarta|Surabaya|Bandung|Labuan Bajo',
  ],
  [
    'IE',
    'Dublin 1|Dublin 2|Galway|Killarney|Limerick|Letterkenny|Sligo|Dingle|Kilkenny|Co. Kerry|Co. Cork|Co. Galway|Co. Donegal',
  ],
  [
    'IN',
    'Mumbai|New Delhi|Delhi|Bengaluru|Bangalore|Chennai|Kolkata|Hyderabad, Telangana|Pune|Goa|Panaji|Calangute|Jaipur|Agra|Kochi|Udaipur|Varanasi|Rishikesh|Maharashtra|Karnataka|Tamil Nadu|Kerala|Rajasthan|Uttar Pradesh|West Bengal|Gujarat|Haryana|Telangana|Leh|Ladakh|Shimla|Manali|Darjeeling|Mysuru|Ahmedabad|Amritsar|Jodhpur|Jaisalmer|Pushkar|Munnar|Alappuzha',
  ],
  [
    'IS',
    'Reykjavík|Akureyri|Vík í Mýrdal|Húsavík|Selfoss|Keflavík|Reykjanesbær|Hafnarfjörður|Kópavogur|Höfn|Egilsstaðir|Ísafjörður|Borgarnes|Hveragerði|Stykkishólmur|Hella|Hvolsvöllur|Grindavík|Seyðisfjörður|Siglufjörður',
  ],
  ['JM', 'Montego Bay|Ocho Rios|Negril|Jamaica|St. Ann, Jamaica|Port Antonio|Mandeville, Jamaica'],
  ['JO', 'Amman|Aqaba|Petra|Wadi Musa|Madaba|Jerash|Wadi Rum'],
  [
    'JP',
    'Tokyo|Osaka|Kyoto|Yokohama|Nagoya|Sapporo|Fukuoka|Kobe|Hiroshima|Nara|Sendai|Kanazawa|Hakone|Nikko|Kamakura|Nagasaki|Takayama|Okinawa|Naha|Naha-shi|Hokkaido|Niseko|Kutchan|Otaru|Hakodate|Kumamoto|Kagoshima|Matsumoto|Nagano|Hakuba|Kawaguchiko|Narita|Narita-shi|Haneda|Chiba|Saitama|Kanagawa|Aichi|Hyogo|Shizuoka|Okayama|Beppu|Naoshima|Shibuya-ku|Shinjuku-ku|Minato-ku|Chiyoda-ku|Chuo-ku|Taito-ku|Toshima-ku|Setagaya-ku|Meguro-ku|Shinagawa-ku|Sumida-ku|Koto-ku|Ota-ku|Bunkyo-ku|Nakano-ku|Naniwa-ku|Kita-ku|Nakagyo-ku|Shimogyo-ku|Higashiyama-ku|Fushimi-ku|Hakata-ku|Shibuya|Shinjuku|Ginza|Asakusa|Akihabara|Roppongi|Ikebukuro|Ueno|Harajuku|Shinsaibashi|Namba|Dotonbori|Umeda|Tokyo-to|Osaka-fu|Kyoto-fu|東京都|大阪|大阪市|大阪府|京都|京都市|京都府|横浜市|名古屋市|札幌市|福岡市|神戸市|渋谷区|新宿区',
  ],
  [
    'KR',
    'Seoul|Busan|Jeju|Jeju-do|Jeju-si|Incheon|Daegu|Gyeongju|Suwon|Daejeon|Gwangju|Gangnam-gu|Jung-gu|Jongno-gu|Mapo-gu|Yongsan-gu|Seocho-gu|Songpa-gu|Haeundae-gu|Gangneung|Jeonju|Myeongdong|Myeong-dong|Hongdae|Itaewon',
  ],
  [
    'KY',
    'Grand Cayman|Cayman Islands|George Town, Grand Cayman|Cayman Brac|Seven Mile Beach, Grand Cayman|Little Cayman',
  ],
  ['LI', 'Vaduz|Triesen|Triesenberg|Balzers|Schaan|Eschen|Malbun|Ruggell|Liechtenstein|Gamprin|Mauren'],
  [
    'LK',
    'Colombo|Kandy|Galle|Negombo|Ella|Sigiriya|Mirissa|Nuwara Eliya|Unawatuna|Dambulla|Trincomalee|Jaffna|Hikkaduwa|Arugam Bay|Weligama|Bentota|Colombo 3|Colombo 03',
  ],
  [
    'MA',
    'Marrakech|Marrakesh|Casablanca|Fès|Tanger|Agadir|Essaouira|Chefchaouen|Ouarzazate|Merzouga|Meknès|Gueliz|Rabat',
  ],
  ['MO', 'Macau|Macao|Taipa|Cotai|澳門|澳门|氹仔'],
  [
    'MU',
    'Port Louis|Grand Baie|Flic en Flac|Curepipe|Quatre Bornes|Mahebourg|Rose Hill, Mauritius|Trou aux Biches|Pereybere|Tamarin|Ebene|Belle Mare|Le Morne|Mauritius|Vacoas',
  ],
  [
    'MX',
    'Ciudad de México|Mexico City|CDMX|México D.F.|Guadalajara|Jalisco|Zapopan|Tlaquepaque|Puerto Vallarta|Monterrey|Nuevo León|San Pedro Garza García|Cancún|Q. Roo|Quintana Roo|Playa del Carmen|Tulum|Cozumel|Isla Mujeres|Bacalar|Chetumal|Tijuana|Baja California|Baja California Sur|B.C.S.|Ensenada, B.C.|Rosarito|Mexicali|Los Cabos|San José del Cabo|Cabo San Lucas|Oaxaca|Oaxaca de Juárez|Puerto Escondido|Mérida, Yucatán|Yucatán|Puebla, Pue.|Querétaro|San Miguel de Allende|Guanajuato|Gto.|Morelia|Mazatlán|Sinaloa|Culiacán|Acapulco|Ixtapa|Zihuatanejo|Cuernavaca|Taxco|Veracruz|San Cristóbal de las Casas|Chiapas|Tuxtla Gutiérrez|Palenque|Ciudad Juárez|Cd. Juárez|Chihuahua|Sonora|Hermosillo|Nogales, Sonora|Puerto Peñasco|Aguascalientes|Torreón|Saltillo|Tampico|Toluca|Polanco|Coyoacán|Cuauhtémoc, CDMX|Sayulita|Nayarit|Valladolid, Yucatán|Todos Santos|San Luis Potosí|Zacatecas|Reynosa|Nuevo Laredo|Matamoros|Estado de México|Edo. Méx.',
  ],
  [
    'MY',
    'Kuala Lumpur|Petaling Jaya|Subang Jaya|Shah Alam|George Town, Penang|Georgetown, Penang|Penang|Pulau Pinang|Johor Bahru|Melaka|Malacca|Langkawi|Ipoh|Kota Kinabalu|Kuching|Selangor|Johor|Kedah|Sabah|Sarawak|Bukit Bintang|Putrajaya',
  ],
  [
    'NO',
    'Oslo|Bergen|Trondheim|Stavanger|Tromsø|Bodø|Ålesund|Kristiansand|Drammen|Fredrikstad|Sandnes|Lillehammer|Haugesund|Narvik|Hammerfest|Flåm|Geiranger|Voss|Odda|Svolvær|Leknes|Alta|Kirkenes|Halden|Moss|Larvik|Sandefjord|Tønsberg|Arendal|Molde|Kristiansund|Røros|Geilo|Hemsedal|Trysil|Gardermoen|Longyearbyen|Honningsvåg|Åndalsnes|Stryn|Reine|Sarpsborg|Skien|Porsgrunn|Hamar|Gjøvik|Kongsberg|Harstad|Mo i Rana|Kongsvinger|Svinesund, Norge',
  ],
  [
    'NP',
    'Kathmandu|Pokhara|Thamel|Lalitpur|Bhaktapur|Namche Bazaar|Lukla|Chitwan|Sauraha|Lumbini|Nagarkot|Lakeside, Pokhara',
  ],
  [
    'NZ',
    'Auckland|Auckland CBD|Dunedin|Queenstown|Rotorua|Taupo|Taupō|Tauranga|Mount Maunganui|Wanaka|Wānaka|Whangarei|Whangārei|Invercargill|Palmerston North|Hawkes Bay|Hastings, Hawkes Bay|New Plymouth|Te Anau|Kaikoura|Kaikōura|Franz Josef|Tekapo|Lake Tekapo|Paihia|Russell, Bay of Islands|Whitianga|Matamata|Waitomo|Picton, Marlborough|Blenheim, Marlborough|Timaru|Oamaru|Ponsonby|Newmarket, Auckland|Petone|Te Aro|Riccarton|Waiheke Island|Arrowtown|Hokitika|Greymouth|Motueka|Papamoa|Whakatane|Lower Hutt|Upper Hutt|Porirua|Aotearoa|Ohakune|Raglan',
  ],
  [
    'PE',
    'Lima|Miraflores, Lima|Barranco|San Isidro, Lima|Cusco|Cuzco|Arequipa|Aguas Calientes, Cusco|Urubamba|Ollantaytambo|Puno|Huaraz|Nazca|Paracas|Máncora|Iquitos|Trujillo, La Libertad|Pisac',
  ],
  [
    'PH',
    'Makati|Makati City|Manila|Metro Manila|Taguig|BGC|Quezon City|Cebu City|Lapu-Lapu City|Boracay|Malay, Aklan|El Nido|Coron|Puerto Princesa|Palawan|Panglao|Bohol|Siargao|Tagaytay|Davao City|Baguio City|Pasay City|Mandaluyong',
  ],
  [
    'PK',
    'Karachi|Lahore|Islamabad|Rawalpindi|Peshawar|Faisalabad|Multan|Hunza|Skardu|Gilgit|Murree|Clifton, Karachi|Gulberg, Lahore',
  ],
  [
    'PL',
    'Warszawa|Kraków|Gdańsk|Wrocław|Poznań|Słubice|Świnoujście|Zgorzelec|Szczecin|Zakopane|Sopot|Łódź|Katowice|Lublin|Kołobrzeg|Gubin|Kostrzyn nad Odrą|Łeba|Toruń',
  ],
  ['RO', 'București|Bucharest|Cluj-Napoca|Brașov|Sibiu|Timișoara|Iași|Sighișoara|Sinaia|Oradea|Arad|Mamaia|Suceava'],
  [
    'SE',
    'Stockholm|Göteborg|Gothenburg|Malmö|Uppsala|Strömstad|Svinesund|Nordby|Charlottenberg|Töcksfors|Kiruna|Åre|Lund|Helsingborg|Ystad|Visby|Kalmar|Karlstad|Örebro|Västerås|Norrköping|Linköping|Jönköping|Halmstad|Borås|Sundsvall|Östersund|Umeå|Luleå|Haparanda|Falkenberg|Varberg|Uddevalla|Kungälv|Trelleborg|Ängelholm|Landskrona|Växjö|Karlskrona|Kristianstad|Mora|Sälen|Falun|Gävle|Norrtälje|Kungsbacka|Arvika|Fjällbacka|Smögen|Lysekil|Gränna|Eskilstuna|Södertälje|Solna|Sundbyberg|Nacka|Arlanda|Abisko|Jokkmokk|Skellefteå|Storlien|Idre',
  ],
  [
    'SG',
    'Singapore|Orchard Road|Sentosa|Sentosa Island|Clarke Quay|Bugis|Tampines|Jurong East|Holland Village|Tiong Bahru|Ang Mo Kio|Toa Payoh|Marina Bay Sands|Bukit Timah|Geylang',
  ],
  [
    'TH',
    'Bangkok|Phuket|Chiang Mai|Chiang Rai|Pattaya|Krabi|Ao Nang|Koh Samui|Ko Samui|Koh Phangan|Koh Tao|Koh Phi Phi|Koh Lanta|Koh Chang|Hua Hin|Pai, Mae Hong Son|Ayutthaya|Patong|Patong, Phuket|Sukhumvit|Silom|Watthana|Khao Lak|Kanchanaburi|Surat Thani|Chonburi|Nonthaburi|Samut Prakan',
  ],
  ['TN', 'Tunis|Sousse|Hammamet|Djerba|Monastir|Sfax|Sidi Bou Saïd|La Marsa|Houmt Souk|Nabeul|Tozeur'],
  ['TT', 'Port of Spain|Chaguanas|San Fernando, Trinidad|Tobago|Crown Point, Tobago|Scarborough, Tobago|Maraval'],
  [
    'TW',
    "Taipei|Taipei City|New Taipei City|Kaohsiung|Kaohsiung City|Taichung|Taichung City|Tainan|Hualien|Hualien City|Hsinchu|Taoyuan|Taoyuan City|Keelung|Jiufen|Kenting|Da'an District|Xinyi District|Wanhua District|Taitung|Chiayi",
  ],
  [
    'US',
    'Seattle|Los Angeles|San Francisco|Chicago|New York|New York City|NYC|Brooklyn|Las Vegas|Miami|Miami Beach|Honolulu|Waikiki|Houston|Dallas|Denver|Atlanta|Philadelphia|Phoenix|Orlando|Nashville|New Orleans|Minneapolis|Detroit|Pittsburgh|Sacramento|San Diego|Washington DC|Washington D.C.|Baltimore|Salt Lake City|Scottsdale|Tucson|Albuquerque|Anchorage|Fort Lauderdale|Key West|Santa Monica|Beverly Hills|West Hollywood|Anaheim|Palo Alto|Cupertino|Napa|Lahaina|Maui|Kauai|Oahu|Vail|Park City|Jackson Hole|Moab|Milwaukee|Indianapolis|Cincinnati|Kansas City|Tampa|Oklahoma City|Brooklyn NY|Boulder|Spokane|Tacoma|Boise|Yosemite|Yellowstone|Reno|Puerto Rico|Raleigh|Santa Fe NM|Sedona|Flagstaff|Silicon Valley|Guam|Tumon',
  ],
  [
    'UY',
    'Montevideo|Punta del Este|Maldonado, Uruguay|Colonia del Sacramento|Piriápolis|La Paloma, Rocha|José Ignacio|Punta del Diablo|La Barra, Maldonado|Ciudad de la Costa|Paysandú|Carrasco, Montevideo|Pocitos|Cabo Polonio|Carmelo, Colonia|Rivera, Uruguay|Chuy|Salto, Uruguay',
  ],
  [
    'VN',
    'Hanoi|Hà Nội|Ha Noi|Ho Chi Minh City|Ho Chi Minh|HCMC|TP.HCM|TP. HCM|TP. Hồ Chí Minh|Saigon|Da Nang|Đà Nẵng|Hoi An|Hội An|Nha Trang|Phu Quoc|Phú Quốc|Sapa|Sa Pa|Hue City|Ha Long|Hạ Long|Dalat|Da Lat|Đà Lạt|Mui Ne|Vung Tau|Can Tho|Hai Phong|Ninh Binh|Hoàn Kiếm|Quận 1',
  ],
  [
    'ZA',
    'Cape Town|Johannesburg|Durban|Pretoria|Stellenbosch|Franschhoek|Sandton|Knysna|Hermanus|Plettenberg Bay|Gqeberha|Bloemfontein|Camps Bay|Rosebank, Johannesburg|Umhlanga|Hoedspruit|Skukuza|Constantia, Cape Town|Western Cape|KwaZulu-Natal|Gauteng|Paarl|Somerset West|Mbombela|Hazyview',
  ],
  ['DM', 'Roseau, Dominica|Commonwealth of Dominica'],
  ['GD', "Grenada|St. George's, Grenada|Grand Anse|Carriacou"],
  ['KN', 'Basseterre|St. Kitts|Saint Kitts|St Kitts & Nevis|Nevis'],
  ['LC', 'St. Lucia|Saint Lucia|Castries|Rodney Bay|Gros Islet|Soufrière, St. Lucia|Vieux Fort'],
  ['VC', 'Bequia|St. Vincent|Saint Vincent|Mustique|Union Island|Kingstown'],
  ['AI', 'Anguilla|The Valley, Anguilla'],
  ['FK', 'Falkland Islands|Port Stanley'],
  ['TL', 'Dili|Timor-Leste'],
  ['FJ', 'Suva|Nadi|Denarau|Denarau Island|Sigatoka|Lautoka|Port Denarau'],
]);

/**
 * Names of towns that several countries have, or that are words besides: they count only beside something else that speaks
 * for the country, such as the code of a province, a tax or a telephone number.
 */
export const SHARED_TOWNS: ReadonlyMap<string, string> = new Map([
  [
    'AR',
    'Córdoba|La Plata|Rosario|San Juan|San Luis|Santa Fe|Palermo|Recoleta|San Telmo|Belgrano|Pilar|Tigre|San Isidro|Olivos|Paraná|Corrientes',
  ],
  [
    'AU',
    'Perth|Adelaide|Newcastle|Victoria|Richmond|Darwin|Hamilton|Launceston|Paddington|Manly|Albany|Windsor|Brighton|Croydon|Ipswich|Liverpool|Melton|Orange|Bathurst|Armidale|Chatswood|Southbank|Brunswick|Carlton|Prahran|Toorak|Newtown|Glebe|Redfern|Mackay|Bundaberg|Abbotsford|South Yarra|Northbridge|Subiaco|Glenelg',
  ],
  ['BB', 'Christ Church|St. Michael|St. James|St. Lawrence Gap'],
  ['BM', "Hamilton|Devonshire|St. George's|Paget|Warwick|Southampton|Sandys|Pembroke|Smith's"],
  ['BO', 'La Paz|Santa Cruz|Sucre|El Alto'],
  ['BS', 'Nassau|Freeport|Exuma|Eleuthera'],
  ['BZ', 'San Pedro|San Ignacio|Corozal|Dangriga'],
  [
    'CA',
    "London|Hamilton|Victoria|Vancouver|North Vancouver|West Vancouver|Kingston|Windsor|Richmond|Surrey|Halifax|Dartmouth|Ottawa|Waterloo|Cambridge|Burlington|Niagara Falls|Jasper|Markham|Oakville|Scarborough|Saint John|St. John's|St. Catharines|Barrie|Sudbury|Peterborough|Laval|Sydney|Truro|Summerside|Vernon|Langley|Delta|Coquitlam|New Westminster|Abbotsford|Chilliwack|Vaughan|Ajax|Pickering|Stratford|Brantford|Sarnia|Belleville|Milton|Newmarket|Aurora|Fernie|Golden|Revelstoke|Brandon|Collingwood|Orillia|Paris|Perth|Woodstock|Wolfville|Bathurst|Gander|North York|Sooke|Courtenay|Osoyoos|Oliver|Invermere|Cochrane|Airdrie|Moose Jaw|Prince Albert|Lévis|Gaspé|Baie-Saint-Paul|Magog|Rimouski|Saguenay|Drummondville",
  ],
  ['CL', 'Santiago|Providencia|Concepción|Los Ángeles|Valdivia|Osorno|Castro|Copiapó|La Reina'],
  ['CO', 'Cartagena|Santa Marta|Armenia|Popayán|Pasto|San Andrés|Girardot|Tunja|Montería|Neiva|Chía|Usaquén'],
  [
    'GB',
    'London|Manchester|Birmingham|Bristol|York|Oxford|Cambridge|Bath|Newcastle|Perth|Durham|Lincoln|Plymouth|Portsmouth|Southampton|Aberdeen|Dundee|Stirling|Canterbury|Winchester|Chester|Exeter|Worcester|Reading|Windsor|Dover|Norwich|Ipswich|Halifax|Wellington|Hamilton|Banff|Richmond|Victoria',
  ],
  ['HK', 'Central|Jordan|Aberdeen|Admiralty|Stanley|Peng Chau|Tai Po|Tai O'],
  ['IE', 'Dublin|Cork|Waterford|Wexford|Westport|Athlone|Tralee|Ennis'],
  ['IN', 'Hyderabad|Nagpur|Salem|Patna|Mysore|Colaba'],
  ['JM', 'Kingston|Mandeville|Spanish Town|St. Ann|Falmouth|Portmore'],
  ['KY', 'George Town|Bodden Town|West Bay|Camana Bay'],
  ['LC', 'Soufrière|Marigot Bay'],
  [
    'MX',
    'Mérida|Puebla|León|Ensenada|La Paz|Valladolid|Progreso|Durango|Nogales|Condesa|Roma Norte|Tepic|Tequila|B.C.|Campeche|Colima|Loreto|Santa Fe',
  ],
  [
    'NZ',
    'Wellington|Christchurch|Hamilton|Nelson|Napier|Hastings|Gisborne|Picton|Blenheim|Russell|Newmarket|Cambridge|Whanganui|Richmond|Masterton|Levin|Thames|Coromandel|Gore|Methven|Akaroa',
  ],
  ['PE', 'Miraflores|San Isidro|Trujillo|Ica|Surco|Piura|Chiclayo'],
  ['PK', 'Hyderabad|Clifton|Gulberg|Saddar'],
  ['SG', 'Novena|Bedok|Orchard'],
  ['TT', 'San Fernando|Scarborough|Crown Point|St. James'],
  [
    'US',
    'San Antonio|Santa Barbara|Hollywood|Buffalo|Cleveland|Berkeley|Savannah|Long Beach|Mountain View|Manhattan|Aspen|Washington|Boston|Portland|Austin|Columbus|Charleston|Charlotte|Memphis|San Jose|Richmond|Vancouver|Niagara Falls|Newport|San Juan|Queens|Bronx|Hilo|Kona|Cambridge|Springfield|Oakland|Louisville|St. Louis|Memphis|Rochester|Albany|Jacksonville|Santa Fe|El Paso|Laredo|Cincinnati|Princeton',
  ],
  ['UY', 'Maldonado|Colonia|Salto|Rivera|Rocha|Punta Carretas|Melo|Durazno|La Paloma'],
  [
    'ZA',
    'Port Elizabeth|East London|George|Wellington|Newcastle|Worcester|Rosebank|Kimberley|Constantia|Sea Point|Newlands|Claremont',
  ],
]);

/** Codes of the provinces of Canada and of the states of Australia, as they stand behind a town. */
export const PROVINCES: Readonly<Record<string, string>> = {
  AU: 'NSW VIC QLD TAS WA SA NT ACT',
  CA: 'ON QC PQ BC AB MB SK NS NB NL PE PEI YT NT NU',
};
