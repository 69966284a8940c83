import type { CategoryName } from './categories.ts';

/** Chains that are known in several countries, by what most people buy there. Separated by commas. */
export const MERCHANTS: Readonly<Partial<Record<CategoryName, string>>> = {
  groceries: `Aldi, Lidl, Rewe, Edeka, Kaufland, Penny Markt, Netto Marken Discount, Tesco, Sainsbury's, Sainsburys, Asda,
    Morrisons, Waitrose, Co-op Food, Carrefour, Auchan, Leclerc, Intermarché, Monoprix, Franprix, Casino Supermarché,
    Mercadona, Eroski, Consum, Pingo Doce, Continente, Esselunga, Conad, Coop, Migros, Spar, Interspar, Billa, Hofer,
    Albert Heijn, Jumbo Supermarkten, Colruyt, Delhaize, ICA, Hemköp, Willys, Rema 1000, Kiwi Norge, Meny, Føtex, Netto,
    Bilka, K-Market, S-Market, Prisma, Biedronka, Żabka, Walmart, Kroger, Safeway, Albertsons, Publix, Whole Foods,
    Trader Joe's, Costco, Aldi Süd, H-E-B, Wegmans, Food Lion, Loblaws, Sobeys, Metro Plus, Woolworths, Coles,
    Countdown, New World, Pak'nSave, FairPrice, Cold Storage, Sheng Siong, Giant Hypermarket, AEON, AEON Big,
    99 Speed Mart, Speedmart, Econsave, Mydin, Lotus's, Village Grocer, Jaya Grocer, Indomaret, Alfamart, Big C, 7-Eleven,
    FamilyMart, Family Mart, Lawson, セブンイレブン, ファミリーマート, ローソン, イオン, 永辉, 盒马, Puregold, SM Supermarket,
    Robinsons Supermarket, BigBazaar, DMart, Reliance Fresh, Pick n Pay, Checkers, Shoprite, Oxxo, Soriana, Chedraui,
    Éxito, Jumbo, Pão de Açúcar, Пятёрочка, Магнит, Перекрёсток, 全家便利商店, 이마트, 홈플러스`,
  dining: `McDonald's, McDonalds, Burger King, KFC, Subway, Starbucks, Costa Coffee, Pret A Manger, Domino's Pizza,
    Dominos, Pizza Hut, Papa John's, Taco Bell, Wendy's, Chipotle, Five Guys, Dunkin, Dunkin Donuts, Krispy Kreme, Tim
    Hortons, Nando's, Wagamama, Greggs, Nordsee, Vapiano, Le Pain Quotidien, Shake Shack, Panda Express, Popeyes, In-N-Out
    Burger, Chick-fil-A, Olive Garden, IHOP, Denny's, Applebee's, Old Town White Coffee, Secret Recipe, Marrybrown,
    Jollibee, Sushi King, Yoshinoya, Sukiya, すき家, 吉野家, スターバックス, マクドナルド, 松屋, 海底捞, 星巴克, 麦当劳, 肯德基, 스타벅스, 맥도날드, Deliveroo, Uber Eats, DoorDash, Grubhub,
    Just Eat, Lieferando, foodpanda, GrabFood, Swiggy, Zomato, Häagen-Dazs, Baskin Robbins, Caffè Nero`,
  transport: `Uber, Lyft, Bolt, Grab, Gojek, FREE NOW, Deutsche Bahn, DB Fernverkehr, SNCF, Trenitalia, Renfe, SBB, ÖBB,
    NS Reizigers, Amtrak, Transport for London, TfL, MTA, BVG, RATP, Flixbus, FlixTrain, Greyhound, KTM Berhad, RapidKL,
    Touch n Go, JR East, JR東日本, Lime, Tier, Voi, Zipcar, Share Now, EasyPark, ParkNow, APCOA, Q-Park, PayByPhone`,
  fuel: `Shell, BP, Esso, Aral, Total Energies, TotalEnergies, Texaco, Chevron, Exxon, ExxonMobil, Mobil, Petronas, Petron,
    Caltex, Repsol, Cepsa, Galp, Eni, Agip, Q8, OMV, Avia, Jet Tankstelle, Circle K, Statoil, Preem, OKQ8, Neste, Orlen,
    Lukoil, Gazprom Neft, Rosneft, Petrobras, Ipiranga, Pemex, Petro-Canada, Sunoco, Valero, Phillips 66, Indian Oil,
    Bharat Petroleum, Hindustan Petroleum, Pertamina, PTT, ENEOS, 出光, コスモ石油, Sinopec, 中国石化, 中国石油, Ionity, Tesla
    Supercharger`,
  health: `CVS, CVS Pharmacy, Walgreens, Rite Aid, Boots, Superdrug, LloydsPharmacy, Watsons, Guardian, Chemist Warehouse,
    Priceline Pharmacy, Shoppers Drug Mart, DocMorris, Shop Apotheke, Medpex, Matsumoto Kiyoshi, マツモトキヨシ, Caring
    Pharmacy, Mercury Drug, Farmacias Guadalajara, Apollo Pharmacy, Fielmann, Specsavers, Apollo Optik`,
  household: `IKEA, Home Depot, The Home Depot, Lowe's, Bauhaus, Obi, Hornbach, Toom Baumarkt, B&Q, Wickes, Homebase,
    Leroy Merlin, Castorama, Bricomarché, Brico, Gamma, Praxis, Jysk, Mr DIY, Mr. D.I.Y, Ace Hardware, Bunnings, Canadian
    Tire, Daiso, ダイソー, ニトリ, Nitori, Conforama, XXXLutz, Höffner, Wayfair, Bed Bath & Beyond, dm-drogerie markt, dm
    drogerie, Rossmann, Müller Drogerie, Action, HomePro, Kaison`,
  clothing: `H&M, Zara, Uniqlo, ユニクロ, C&A, Primark, Mango, Gap, Old Navy, Levi's, Nike, Adidas, Puma, Decathlon, Foot
    Locker, Deichmann, Zalando, Asos, Next Retail, Marks & Spencer, Bershka, Pull & Bear, Massimo Dutti, Cotton On, Padini,
    Bata, Skechers, Clarks, Kiabi, Peek & Cloppenburg, TJ Maxx, TK Maxx, Ross Dress for Less, Nordstrom, Macy's`,
  electronics: `Apple Store, Media Markt, MediaMarkt, Saturn, Best Buy, Currys, Fnac, Darty, Boulanger, Coolblue,
    Conrad Electronic, Elgiganten, Elkjøp, Gigantti, Yodobashi, ヨドバシ, ビックカメラ, Bic Camera, Yamada Denki, Harvey Norman,
    JB Hi-Fi, Croma, Challenger Technologies, Senheng, Newegg, B&H Photo, Micro Center, Samsung, Notebooksbilliger,
    Alternate`,
  entertainment: `Netflix, Spotify, Disney Plus, Steam, Nintendo, PlayStation, Xbox, Cinemark, AMC Theatres, Regal Cinemas,
    Odeon, Cineworld, Vue Cinema, UCI Kinowelt, CinemaxX, Cineplex, Golden Screen Cinemas, TGV Cinemas, Pathé, Kinepolis,
    TOHOシネマズ, Ticketmaster, Eventim, YouTube Premium, Audible, Twitch`,
  travel: `Lufthansa, Ryanair, easyJet, Air France, KLM, British Airways, Delta Air Lines, United Airlines, American
    Airlines, Southwest Airlines, AirAsia, Malaysia Airlines, Singapore Airlines, Emirates, Qatar Airways, Qantas, ANA, JAL,
    Wizz Air, Eurowings, Vueling, Iberia, TAP Air, Turkish Airlines, Hilton, Marriott, Hyatt, Ibis, Novotel, Mercure, Accor,
    Holiday Inn, InterContinental, Sheraton, Radisson, Motel One, Best Western, Premier Inn, Travelodge, Airbnb,
    Booking.com, Expedia, Agoda, Hertz, Avis, Sixt, Europcar, Enterprise Rent-A-Car, OYO`,
  utilities: `Vodafone, Telekom, Deutsche Telekom, O2, Orange, T-Mobile, Verizon, AT&T, Comcast, Xfinity, Telefonica,
    Movistar, Telenor, Telia, Swisscom, Maxis, Celcom, Digi, U Mobile, Unifi, TNB, Tenaga Nasional, Syabas, Air Selangor,
    E.ON, EnBW, Vattenfall, RWE, EDF, Engie, Enel, Iberdrola, Endesa, British Gas, Octopus Energy, Thames Water, PG&E,
    ConEdison, Free Mobile, SFR, Bouygues Telecom`,
  office: `Staples, Office Depot, OfficeMax, Viking, FedEx, FedEx Office, UPS Store, DHL, Deutsche Post, USPS, Royal Mail,
    La Poste, Pos Malaysia, Correos, Poste Italiane, PostNL, Amazon Web Services, AWS EMEA, Microsoft, Adobe, GitHub, Google
    Cloud, Dropbox, Zoom Video, Slack, Hetzner, OVH, IONOS, Popular Bookstore`,
  education: `Udemy, Coursera, Duolingo, Thalia, Hugendubel, Waterstones, Barnes & Noble, Kinokuniya, 紀伊國屋, WHSmith,
    Feltrinelli, Casa del Libro, MPH Bookstores, Borders, Berlitz, Goethe-Institut, British Council`,
  beauty: 'Sephora, Douglas, Kiko Milano, Yves Rocher, The Body Shop, Lush, Bath & Body Works, L’Occitane, Innisfree',
  pets: 'Fressnapf, Maxi Zoo, Petco, PetSmart, Pets at Home, Zooplus, Chewy, Pet Lovers Centre',
  insurance:
    'Allianz, AXA, Generali, Zurich Insurance, Prudential, AIA, Great Eastern, Etiqa, State Farm, Geico, HUK-Coburg',
};
