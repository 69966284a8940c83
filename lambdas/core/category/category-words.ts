import type { CategoryName } from './categories.ts';

type Words = Readonly<Partial<Record<CategoryName, string>>>;

/** Kinds of shops in a merchant's name, in several languages. `*` stands for the rest of a compound word. */
export const MERCHANT_WORDS: Words = {
  groceries: `supermarket*, supermercado, supermarché, *supermarkt, supermarked, supermercato, hypermarket, hypermarché,
    *minimarket, mini market, minimart, mini mart, grocer*, greengrocer, épicerie, alimentari, alimentación, ultramarinos,
    mercearia, *lebensmittel*, *getränkemarkt, *metzgerei, *fleischerei, butcher, boucherie, carnicería, macelleria,
    *bäckerei, bakery, bakeries, cake*, pâtisserie, *konditorei, pastelería, boulangerie, panadería, panificio, padaria, fruits, frutería, pasar raya, pasaraya, kedai runcit,
    convenience store, provision shop, トアー, スーパー, 超市, 便利店, 食品, 슈퍼, 마트, продукты, супермаркет, fresh market,
    hofladen, biomarkt, naturkost, livsmedel, sklep spożywczy, potraviny`,
  dining: `restaurant*, *restaurant, ristorante, restaurante, restauracja, restoran, ravintola, restaurang, café, cafe,
    caffè, cafeteria, kafe, kaffee*, coffee, kopitiam, kopi, *espresso, bistro, brasserie, trattoria, osteria, pizzeria,
    pizza, taverna, tapas, cervecería, bar, pub, inn and grill, grill, steakhouse, diner, eatery, canteen, kantine, imbiss,
    döner, kebab, kebap, sushi, ramen, noodle*, dim sum, burger*, bbq, seafood, nasi, mamak, warung, rumah makan, kedai
    makan, gasthaus, *gasthof, wirtshaus, *brauhaus, *biergarten, *stube, heuriger, creperie, gelateria, *eisdiele, ice
    cream, tea house, teahouse, *konditorei, patisserie, food court, catering, takeaway, lanchonete, churrascaria, cantina,
    taqueria, レストラン, 食堂, 居酒屋, カフェ, ラーメン, 寿司, 餐厅, 餐廳, 饭店, 酒家, 茶餐厅, 식당, 카페, кафе, ресторан, ร้านอาหาร`,
  transport: `taxi, cab, *verkehrsbetriebe, railway*, *bahn, train, bus, metro, tram, transit, ferry, parking, *parkhaus,
    parkeren, parkering, aparcamiento, estacionamento, estacionamiento, parcheggio, toll, péage, autopista, autostrade,
    maut, garage, *werkstatt, car wash, carwash, autowäsche, tyre*, tire service, car rental, mietwagen, 駅, タクシー, 駐車場,
    停车场, 出租车, 주차장, 택시, парковка, такси`,
  fuel: `petrol*, gas station, fuel*, *tankstelle, station service, carburant*, gasolinera, estación de servicio, gasolina,
    distributore, benzin*, bensin*, posto, stesen minyak, filling station, stacja paliw, ガソリン, 加油站, 주유소, азс`,
  health: `pharmac*, *apotheke, apotek, apoteket, apteekki, apteka, lékárna, farmacia, farmácia, pharmacie, farmasi,
    chemist, drugstore, drug store, clinic*, klinik*, *klinikum, hospital*, *krankenhaus, hôpital, doctor, dr med,
    *arztpraxis, *zahnarzt*, dental, dentist*, dentiste, optician*, *optik*, optometr*, physio*, medical, laboratory, poliklinik,
    health, 薬局, 薬店, 病院, 医院, 药店, 药房, 약국, 병원, аптека, ร้านขายยา`,
  household: `hardware, *baumarkt, bricolage, ferretería, ferramenta, droguerie, *drogerie, furniture, *möbel*, meubles,
    muebles, mobili, meubelen, diy, d i y, home improvement, home centre, home center, household, *haushaltswaren, garden
    centre, *gartencenter, nursery, florist, *blumen*, fleuriste, laundry, *reinigung, dry cleaning, tintorería, locksmith,
    schlüsseldienst, plumbing, electrical, paint, timber, ironmongery, cleaning, ホームセンター, 家具, 五金, 철물, хозтовары`,
  clothing: `fashion*, boutique, *mode, apparel, clothing, clothes, *bekleidung, vêtements, ropa, abbigliamento, kleding,
    shoes, shoe, *schuhe*, chaussures, zapatería, calzature, footwear, textile*, tailor*, *schneiderei, jeans, lingerie, sportswear,
    服装, 衣料, 洋服, 靴, 鞋, 의류, одежда, обувь`,
  electronics: `electronics, electronic, elektronik*, electronique, electrónica, elettronica, computer*, *computer,
    informatique, mobile phone*, handy*, smartphone*, gadget*, camera*, foto*, hi-fi, 電器, 電機, 电器, 数码, 전자, электроника`,
  entertainment: `cinema*, kino, cinéma, theatre, theater, teatro, museum, musée, museo, zoo, *freizeitpark, amusement, theme park,
    bowling, karaoke, arcade, concert, games, toys, *spielwaren, jouets, juguetes, gym, fitness*, sports club, *schwimmbad, swimming,
    golf, 映画, 博物館, カラオケ, 电影院, 영화관, кино, театр`,
  travel: `hotel*, *hotel, hostel, motel, auberge, hôtel, pension, guesthouse, guest house, resort, inn, bed and breakfast,
    airlines, airline, airways, airport, *flughafen, aéroport, travel*, *reisebüro, tours, cruise*, camping, hostal, ryokan,
    旅館, ホテル, 酒店, 宾馆, 航空, 호텔, отель, гостиница, โรงแรม`,
  utilities: `electric company, electricity, power company, energy, *stadtwerke, *energie, water, wasserwerke, gas company, gaswerk*,
    telecom*, *telekom*, mobile, internet, broadband, broadcast, telefon*, council tax, waste, 電力, ガス, 水道, 电力, 电信`,
  office: `stationery, stationer*, *bürobedarf, papeterie, papelería, cartoleria, papelaria, alat tulis, office supplies, office,
    printing, *druckerei, copy shop, *copyshop, print, post office, *postamt, courier, *hosting, software, notary, consulting,
    文具, 文房具, 快递, 邮局, 郵便局, 문구, канцтовары`,
  education: `bookstore*, bookshop*, books, book, book shop, *buchhandlung, *buchladen, librairie, librería, libreria, livraria,
    boekhandel, bokhandel, kedai buku, toko buku, school, *schule, école, escuela, university, *universität, college, academy,
    akademie, tuition, training, course, kindergarten, 書店, 书店, 学校, 서점, книги, школа`,
  beauty: `hair, *friseur*, *frisör*, coiffeur, coiffure, peluquería, parrucchiere, cabeleireiro, barber*, salon, beauty,
    cosmetic*, kosmetik*, nails, spa, massage, perfum*, parfüm*, 美容, 理髪, 化粧品, 미용실, парикмахерская`,
  pets: 'pet, pets, petshop, pet shop, *tierarzt*, vet, veterinary, veterinär*, vétérinaire, veterinario, *zoohandlung, tierbedarf, 动物, ペット, 동물병원',
  gifts: 'gift, gifts, souvenir*, geschenke*, cadeaux, regalos, regali, hadiah, charity, 礼品, お土産',
  insurance: 'insurance, *versicherung*, assurance*, seguros, assicurazioni, takaful, verzekering*, 保険, 保险, 보험',
};

/** Words that fit many kinds of shops and decide only when the items say nothing. */
export const WEAK_MERCHANT_WORDS: Words = {
  groceries:
    'market, mart, markt, marché, mercado, mercato, foods, food, provisions, delikatessen, deli, kedai, 商店, 市场',
  household: 'home, living, haus',
};

/** What is bought, in several languages. */
export const ITEM_WORDS: Words = {
  groceries: `milk, bread, eggs, egg, butter, cheese, yogurt, yoghurt, rice, flour, sugar, pasta, tomato*, potato*, onion*, apple,
    apples, banana*, orange*, chicken breast, minced beef, ham, salmon, cereal*, *milch, *brot, brötchen, eier, *käse, joghurt, reis,
    mehl, zucker, nudeln, tomaten, kartoffeln, zwiebeln, äpfel, bananen, wurst, schinken, lait, pain, oeufs, beurre, fromage, riz,
    farine, sucre, pommes, poulet, leche, pan, huevos, mantequilla, queso, arroz, azúcar, manzanas, pollo, latte, pane, uova,
    burro, formaggio, riso, zucchero, mele, leite, pão, ovos, queijo, melk, brood, eieren, kaas, mjölk, bröd, ost, mleko, chleb,
    jajka, susu, telur, roti, beras, gula, ayam, ketchup, catsup, noodles, ramen, sauce, chips, biscuit*, cookies, 牛乳, パン, 卵, 米,
    豆腐, 野菜, 牛奶, 面包, 鸡蛋, 大米, 蔬菜, 水果, 우유, 빵, 계란, молоко, хлеб, яйца`,
  dining: `cappuccino, espresso, latte macchiato, americano, flat white, cold brew, teh tarik, kopi o, nasi lemak, nasi goreng, mee goreng, roti
    canai, pizza margherita, burger*, *burger, fries, *schnitzel, bratwurst, currywurst, pommes frites, steak, lunch set, set lunch, menu du jour, menú
    del día, plat du jour, glass of wine, draft beer, draught, pint, *bier, vom fass, cocktail*, dessert, starter, main course, cover
    charge, coperto, table, dine in, take away, ramen bowl, sushi set, 定食, 生ビール, ラーメン, コーヒー, 炒饭, 套餐, 비빔밥, бизнес ланч`,
  transport: `ticket*, single ticket, day ticket, fahrschein, *fahrkarte, *ticket, billet, billete, biglietto, fare, ride, parking, toll, tyre, engine
    oil, car wash, wiper, 乗車券, 车票`,
  fuel: `diesel, unleaded, petrol, gasoline, gasolina, gasoil, gazole, sans plomb, super e10, super e5, e10, ron95, ron97, ron 95, ron 97, benzin,
    bensin, autogas, lpg, adblue, gallons, pump, kwh, レギュラー, 軽油, 汽油, 휘발유, бензин, аи 95`,
  health: `paracetamol, ibuprofen, aspirin, acetaminophen, panadol, antibiotic*, tablets, capsules, vitamin*, bandage*, plaster, cough syrup,
    ointment, prescription, rezept*, *tabletten, consultation, x-ray, xray, laboratory, radiology, pharmacy general, dental, vaccine, mask*, 薬, 药, 약`,
  household: `detergent, dishwash*, washing powder, waschmittel, spülmittel, lessive, detergente, detersivo, toilet paper, toilettenpapier, papier
    toilette, papel higiénico, kitchen roll, tissue, light bulb, glühbirne, battery, batteries, batterien, screw*, schraube*, nail, hammer, drill, paint,
    brush, pipe, cable tie, towel, pillow, curtain, candle*, bucket, mop, broom, bleach, hose, hinge, padlock, 洗剤, 洗衣粉, 세제`,
  clothing: `t-shirt*, tshirt*, shirt*, jeans, trousers, pants, skirt, dress, socks, underwear, jacket, coat, sweater, hoodie, shoes, sneakers,
    boots, *hemd, hose, *kleid, *jacke, *mantel, socken, *schuhe, pantalon, chemise, robe, chaussures, camisa, pantalón, zapatos, camicia,
    pantaloni, scarpe, baju, seluar, kasut, シャツ, 靴下, 衬衫, 裤子`,
  electronics: `hdmi, usb, charger, ladegerät, laptop, notebook pc, monitor, keyboard, mouse, headphone*, headset, earbuds, *kopfhörer, tv,
    flatscreen, smartphone, iphone, ipad, macbook, ssd, hard disk, memory card, sd card, printer, router, adapter, webcam, toner, ケーブル, 充電器, 耳机`,
  entertainment:
    'movie, cinema ticket, popcorn, game, lego, toy, toys, spielzeug, jouet, concert, admission, eintritt, entrée adulte, bowling, 映画, 电影票',
  travel: `room, single room, double room, night, nights, übernachtung, nuitée, city tax, kurtaxe, taxe de séjour, flight, boarding, baggage, luggage,
    breakfast included, 宿泊, 房费`,
  utilities:
    'electricity, strom, water supply, data plan, prepaid, top up, topup, reload, broadband, mobile plan, internet access, domain, 電気, 话费',
  office: `pen, pens, ball pen, pencil*, notebook, paper a4, a4 paper, envelope*, stapler, staples, folder, ring binder, stamps, postage,
    photocopy, lamination, ink cartridge, *kugelschreiber, *papier, *briefmarken, cahier, stylo, cuaderno, bolígrafo, buku, kertas, 文具, ノート, 邮票`,
  education:
    'textbook, workbook, novel, dictionary, *buch, livre, libro, livro, tuition fee, course fee, training hours, exam fee, 教科書, 课本',
  beauty:
    'shampoo, conditioner, lipstick, mascara, haircut, haarschnitt, coupe, manicure, perfume, deodorant, toothpaste, zahnpasta, シャンプー, 洗发水',
  pets: 'dog food, cat food, hundefutter, katzenfutter, pet food, litter, whiskas, pedigree, ペットフード',
};
