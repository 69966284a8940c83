import { isDayOfEdition } from './edition-days.ts';
import { foldPrinted } from './letters.ts';
import { isReferredDay, refersToPaper } from './referred-days.ts';
import { isDayToPayUntil } from './until-days.ts';

/**
 * What the words before a date say that it is: the last day to pay; the end, the beginning or the version of something,
 * or a birth; a day before the purchase that it goes back to, such as that of a prescription, of an offence or of packing; a day on
 * which what is sold takes place, such as a journey, a show or a stay; the day of an order or a booking; that of
 * a print; a day of something else, such as a delivery; the day of the document; or merely a date.
 */
export type DateRole = 'due' | 'void' | 'past' | 'event' | 'order' | 'print' | 'other' | 'document' | 'plain';

/**
 * Words of each role by language, folded, lower case and without accents, the role that wins first. `_` is a blank, `*`
 * leaves an end of a word open; words of scripts without blanks count anywhere.
 */
const WORDS: readonly (readonly [DateRole, string])[] = [
  [
    'due',
    `due payable_by pay_by pay_before payment_by deadline fallig* zahlbar zahlungsziel zahlungsfrist zahlungstermin zu_zahlen_bis
    echeance a_payer_avant a_regler_avant date_limite_de_paiement limite_de_pago limite_de_pagamento data_limite limite_pagamento
    fecha_limite vencim* vence vencto scadenza scade da_pagare_entro entro_il pagare_entro vervaldatum vervaldag te_betalen_voor
    betalen_voor uiterste uiterlijk forfall* forfald* betalingsfrist betales_senest sista_betalningsdag betalas_senast oss_tillhanda
    erapaiva* elapaiva* termin_platnosci platne_do zaplaty_do termin_zaplaty splatnost* splatne uhradte_do fizetesi_hatarido esedekes*
    hatarid* scadent* termen_de_plata dospijec* dospec* rok_placanja rok_za_placilo rok_plac* zapadlost* datum_valute valuta_placanja
    maksetahtaeg maksetahtpaev apmaksas_termin* apmaksat_lidz apmoketi_iki vade vade_tarihi son_odeme ληξη_πληρωμης προθεσμια* πληρωτεο_εως
    срок_оплаты оплатить_до срок_на_плащане падеж* сплатити_до термін_оплати строк_оплати jatuh_tempo tarikh_akhir tempo_bayar
    tarikh_tamat_tempoh paling_lambat bayar_sebelum han_thanh_toan den_han ครบกำหนด กำหนดชำระ 支払期限 支払期日 お支払期限 振込期限 付款期限 繳費期限
    缴费期限 到期日 付款截止 납기 지급기한 결제기한 납부기한 استحقاق الاستحقاق לתשלום_עד פירעון פרעון देय सररसد سررسید
    eindag* gjalddag* greidist_fyrir gjaldkom* dyddiad_dyledus dlite epemuga venciment* vencemento skadenc* afati_i_pageses tarehe_ya_mwisho
    lipa_kabla betaaldatum betaalbaar рок_за_плаќање рок_на_плаќање доспева* датум_доспе* рок_плаћањ* тэрмін_аплаты төлеу_мерзімі төлөө_мөөнөтү
    tolov_muddati odenis_muddeti გადახდის_ვადა վճարման_ժամկետ төлөх_хугацаа takdang_petsa bayaran_bago পরিশোধের_শেষ واجب_الادا مهلت_پرداخت
    samaksas_termin* apmokejimo_termin* makseaeg tasuda_enne zahlen_bis bezahlen_bis pagar_antes pagar_ate payer_avant`,
  ],
  [
    'void',
    `expir* exp valid validity use_by best_before best_by bbe bb sell_by good_thru good_through good_until valid_thru thru until till
    warranty guarantee birth born dob d.o.b date_of_birth return_by return_until returns_by returns_until returnable_until
    exchange_by exchange_until refund_by rev revised revision form_no edition licence_date license_date licensed since established
    effective renew* next_visit next_service next_appointment offer* promo* promotion* limite copyright gultig* ablauf* verfall*
    mhd mindestens_haltbar haltbar* verbrauchen* zu_verbrauchen geburts* geb geboren umtausch* ruckgabe_bis garantie gewahrleistung
    fassung mitglied_seit seit_dem naissance nee_le ne_le a_consommer dlc dluo ddm valable jusqu* avant_le expire* validite
    caduc* valid* hasta consumir nacimiento nasc nascimento validade garantia garanzia ate_ao ate_o nascita da_consumarsi fino_al
    revisione revisao geldig* tht houdbaar* ten_minste geboorte* giltig* bast_fore fodelse* senast best_for bedst_for mindst_holdbar
    gyldig* fodsels* udlob* utlop* parasta_ennen voimassa* syntym* takuu* wazn* nalezy_spozyc najlepiej_spozyc urodz* gwaranc* termin_zwrotu
    platnost* spotrebujte trvanlivost* narozen* narodenia zaruk* lejarat* ervenyes* minoseget_megorzi szulet* jotallas valabil* nastere*
    nasterii vrijedi* vazi_do velja_do upotrijebiti rok_trajanja rodenja rojstva kehtiv* sunniaeg deriga_lidz galioja_iki dzimsanas gimimo
    son_kullanma skt tett gecerli* dogum garanti λεξη λήξη ληξη* ληξεως αναλωση* γεννησης срок_годности годен_до годен_по действ* рожден* гарант* придатн*
    вжити_до народження валид* срок_на_годност дійсн* luput kadaluarsa kedaluwarsa berlaku_hingga berlaku_sampai sah_sehingga sah_hingga
    lahir hsd het_han han_su_dung ngay_sinh หมดอายุ บริโภคก่อน วันเกิด ใช้ได้ถึง 期限 有効 賞味 消費期限 生年月日 到期 截止 有效 保质期
    保質期 生日 出生 유효 유통기한 생년월일 만기 소비기한 انتهاء صلاحية الصلاحية ميلاد الميلاد انقضا تولد اعتبار תוקף לידה समाप्ति वैधता जन्म
    permit permits ptu accred* acredit* erstzulassung tgl_pkp pengukuhan vigencia vigente resolucion date_limit limit estd founded`,
  ],
  [
    'past',
    `rx_written rx_date rx_dated date_written written_on written written_date script_date script_dated script_written prescription_date prescription_dated prescription_written
    date_of_prescription prescribed rezept rezeptdatum verordnung verordnungsdatum verordnet verschrieben verschreibung verschreibungsdatum
    ordonnance date_d['’]ordonnance date_ordonnance prescrit* receta recetado recetada fecha_de_receta prescripcion recepta_del ricetta ricetta_medica
    prescrizione receita_medica data_da_receita receita_de prescricao recept receptdatum recepten receptet voorschrift voorschriftdatum
    voorgeschreven reseptdato resept resepti reseptin recepta recepty recepte recepto receptu erecepta predpis retseptin retsept reteta retetei
    συνταγη* рецепт* recete* resep don_thuoc ใบสั่งยา 処方 处方 處方 처방 وصفة الوصفة מרשם
    tattag tatzeit tatdatum offence offense offences violation violations date_of_violation infraction l['’]infraction contravention infraccion
    infraccao infracao infrazione violazione overtreding overtredingsdatum pleegdatum overtraedelse overtredelse overtradelse wykroczeni* przestupku
    prestupk* prekrsaj* szabalyserte* contraventie contraventiei нарушени* правонаруш* правопоруш* παραβαση* ihlal pelanggaran vi_pham
    違反 违法时间 违章 違規 위반 المخالفة مخالفة עבירה
    accident date_of_loss loss_date unfall unfalltag unfalldatum schadentag schadenstag schadendatum schadensdatum sinistre siniestro
    accidente acidente incidente sinistro ongeval schadedatum skadedato skadesdato skadedag skadedatum onnettomuus* vahinkopaiv* wypadk* szkody nehody
    baleset* авари* дтп 事故 사고
    packed packing_date date_of_packing pack_date packed_date packdate packdatum packtag verpackt verpackungsd* verpackungstag abgepackt abgefullt* emballe* d['’]emballage conditionne*
    conditionnement envasad* empacad* empaquetad* embalad* confezionat* confezionamento imballat* verpakt* verpakkingsd* pakkedato pakket_den packad forpackad forpackningsd*
    pakattu pakkausp* pakowani* spakowan* zapakowan* pakowano baleno zabaleno balenia csomagol* ambalat ambalarii pakirano pakirn* упакован* упаковк*
    фасован* запакован* συσκευασ* paketleme ambalajlama dikemas pengemasan dong_goi 包装日 包裝日 分装 포장
    production_date date_of_production produced prod_date manufactured manufacture mfg mfd hergestellt herstellung* produktionsdatum produktionstag fabrique_le date_de_fabrication
    fabricado fabricacion fabricacao prodotto_il data_di_produzione productiedatum geproduceerd produktionsdato produktionsdag vyrobeno vyrobene
    datum_vyroby wyprodukowan* data_produkcji изготовлен* произведен* виготовлен* uretim tanggal_produksi ngay_san_xuat nsx
    製造日 製造年月 加工日 生产日期 生產日期 제조일 الإنتاج slaughtered geschlachtet harvested geerntet`,
  ],
  [
    'event',
    `date_of_service dates_of_service eye_test eye_exam sight_test sehtest sehtestdatum augenprufung examen_de_vue examen_de_la_vue examen_visual
    visita_oculistica oogmeting synundersokelse synundersokning synsprove prescription exam examined examination date_of_exam untersuchung untersuchungsdatum
    untersuchungstag badanie badania vysetreni szemvizsgalat обследовани* treatment_date date_of_treatment behandlungsdatum behandlungstag date_des_soins
    fecha_de_atencion
    citation_issued citation penalty_notice_issued penalty_notice charge_notice pcn_issued pcn notice_issued bussgeldbescheid bescheid
    avis_de_contravention
    trip trip_date trips excursion ausflug klassenfahrt gita escursione schoolreis schoolreisje utflykt utflukt udflugt izlet* wycieczk* vylet*
    kirandulas* excursie excursiei экскурс* екскурс* εκδρομη*
    film films filmi filme movie screen kino kinofilm filmvorfuhrung vorfuhrung* saal kinosaal pelicula proiezione vorstellungsbeginn фильм*
    кинозал* ταινια 映画 电影 電影 영화
    reading_date date_of_reading meter_reading meter_read ablesung* ablesedatum ablesetag zahlerstand* releve_le lectura lettura meterstand* meteropname
    mittarilukema odczyt* odecet* odectu leolvasas* показани*
    entry entry_time entry_date entered time_in date_in einfahrt* einfahrtszeit heure_d['’]entree date_d['’]entree entree_le ingresso entrada inrit
    inrijden indkorsel innkjoring infart inpassering sisaanajo wjazd* vjezd* vjazd* behajt* въезд* в['’]їзд заїзд* giris ulaz 入庫 入场 入場 进场 進場 입차
    arrival* arriv* departure* depart departs departed departing check_in check_out checkin checkout travel travelling traveling outward
    outbound inbound journey flight flight_date event event_date show shows showing showtime show_date performance doors screening
    visit_date date_of_visit visit_on course_date class_date training_date exam_date tour_date appointment kick_off kickoff pick_up pickup
    collect collection ready ready_by reserved_for reservation_for booked_for rental_start rental_end return returns returned out rtn stay reisedatum reisetag
    reisebeginn reisetermin reiseantritt hinfahrt ruckfahrt hinreise ruckreise hinflug ruckflug abfahrt* abflug* ankunft* anreise* abreise*
    abholung abhol* ruckgabe* vorstellung* auffuhrung* veranstaltung veranstaltungsdatum veranstaltungstag veranstaltungsbeginn
    veranstaltungstermin konzert konzertdatum konzertbeginn besuchsdatum besuchstag besuch spieltag einlass beginn kursdatum kursbeginn
    kurstermin fertig_am fertig_bis anmietung mietbeginn mietende aufenthalt reisdatum reisdag vertrek* heenreis terugreis heenvlucht
    terugvlucht aankomst* voorstelling* bezoekdatum bezoek evenement afhalen ophalen ophaaldatum afhaaldatum aanvang cursusdatum inchecken
    uitchecken klaar_op inleveren voyage aller retour arrivee* seance spectacle representation visite_du visite_le date_de_visite evenement*
    concert retrait enlevement embarquement sejour restitution prise_en_charge rendez_vous pret_le viaje salida llegada ida vuelta regreso
    funcion espectaculo evento visita sesion embarque vuelo recogida fecha_de_entrada fecha_entrada partida cita estancia viagem chegada
    volta sessao espetaculo voo retirada levantamento estadia viaggio partenza arrivo andata ritorno spettacolo rappresentazione imbarco
    volo ritiro soggiorno restituzione pronto_per pronto_il resdag resdatum avresa avgang utresa hemresa aterresa forestallning* evenemang*
    besoksdatum hamtas hamtning uthamtning incheckning utcheckning rejsedato reisedato afrejse avreise hjemrejse udrejse utreise hjemreise
    afgang ankomst* forestilling* arrangement arrangementsdato besogsdato afhentning* afhentes henting hentes innsjekk* utsjekk* indtjekning
    kursusdato kursdato lahto* matkapaiva matkustuspaiva meno paluu saapumi* esitys* naytos* tapahtuma* vierailupaiva nouto* brottfor
    brottfarar* syning vidburd* podroz* wyjazd* odjazd* wylot* przyjazd* przylot* przejazd* wydarzen* spektakl* seans* koncert*
    przedstawien* zwiedzan* wizyt* odbior* pobyt zameldowan* wymeldowan* odjezd* odchod* odlet* prijezd* prijazd* prilet* datum_cesty
    predstaven* datum_akce udalost* podujati* navstev* vyzvednut* vyzdvihnut* nastup* utazas* indulas* erkezes* eloadas* esemeny*
    rendezveny* latogatas* atvetel* odautazas visszaut* bejelentkezes kijelentkezes vetites* kezdes* calatori* plecar* sosir* spectacol*
    eveniment* reprezentati* ridicar* cazar* imbarcar* polazak polaska odlazak odlaska dolazak dolaska putovanj* predstav* dogadaj* posjet*
    preuziman* polazni odhod* prihod* potovanj* prireditv* obisk* prevzem* reisikuupaev* valjumi* saabumi* etendus* sundmus* uritus*
    kulastus* celojum* atiesan* izbrauksan* izlidosan* ierasan* izrade* pasakum* apmeklejum* keliones isvykim* atvykim* rengin* apsilankym*
    atsiemim* seyahat* yolculuk* kalkis* varis* gidis* donus* etkinlik* gosteri* konser* ziyaret* giris_tarihi cikis_tarihi teslim_alma
    ucus* yola_dusme* gedis* tedbir* ταξιδι* αναχωρησ* αφιξ* παρασταση* εκδηλωση* επισκεψ* παραλαβη* συναυλια* επιστροφη* отправлен* отъезд*
    прибыт* поездк* вылет* прилет* сеанс* спектакл* мероприят* концерт* представление представления посещен* заезд* выезд* відправлен*
    відправка прибутт* поїздк* подорож* вистава вистави подія події захід* відвідуван* виїзд* заїзд* заминаван* тръгван* пристиган* пътуван*
    събити* посещени* прожекци* полазак поласка одлазак долазак путовањ* представа догађај* патувањ* поаѓањ* пристигнувањ* keberangkatan
    berangkat kedatangan perjalanan acara pertunjukan kunjungan bertolak ketibaan pengambilan lawatan daftar_masuk daftar_keluar khoi_hanh
    ngay_di ngay_den ngay_ve ngay_bay suat_chieu ngay_chieu su_kien bieu_dien nhan_phong tra_phong tham_quan biyahe paglalakbay viatge
    sortida arribada espectacle esdeveniment funcio anada tornada viaxe saida irteera bidaia ikuskizun* nisja mberritja ngjarja shfaqja
    reisi brauciena המופע ההצגה האירוע سفر жөнелу udhetimit teithio যাত্রার kuondoka kuwasili onyesho safari เดินทาง รอบฉาย วันแสดง วันที่แสดง เช็คอิน เช็คเอาท์ เข้าพัก วันรับ นัดหมาย เข้าชม 公演 開演 開場 上映 乗車 出発 到着
    搭乗 宿泊 チェックイン チェックアウト 来場 入場日 入園日 受取 お渡し 開催 観覧 引取 仕上 出发 出發 到达 到達 乘车 乘車 演出 放映 场次 場次 入住 离店 退房 航班 参观 參觀 游玩 遊玩 取件 取货 取貨 活动日期 活動日期 活动时间 活動時間 开场
    入园 入園 起飞 起飛 观影 觀影 发车 發車 출발 도착 탑승 공연 상영 관람 체크인 체크아웃 입실 퇴실 입장 행사 방문일 픽업 수령 승차 여행일 السفر المغادرة الوصول الرحلة الفعالية الزيارة الحفل
    الاستلام المباراة الإقلاع اقلاع حرکت پرواز اجرا سانس بازدید برگشت روانگی נסיעה יציאה הגעה מופע הצגה אירוע ביקור טיסה המראה הקרנה איסוף
    यात्रा प्रस्थान आगमन कार्यक्रम उड़ान শো যাত্রা ভ্রমণ প্রস্থান பயண புறப்பாடு გამგზავრებ* ღონისძიებ* մեկնում*`,
  ],
  [
    'order',
    `auftrag auftrags auftragsdatum auftragstag auftragsn* auftragsb* auftragse* ordered order orderd* booking booked bestell* besteld* buchung* commande pedido ordine bestilling* tilaus* zamowi* objednav* rendeles*
    comanda comenzii narudzb* narocil* siparis* παραγγελια* заказ* замовлен* pesanan dat_hang don_hang สั่งซื้อ 注文 订单 訂單 주문 طلب הזמנה
    reserved_on booked_on gebucht gebucht_am bezahlt_am geboekt geboekt_op betaald_op reserve_le paye_le payee_le regle_le reservado_el
    reservado_em pagado_el pago_em prenotato_il pagato_il bokad bokat bokning* bestilt bestalld* betald betalt booket zaplacono oplacono
    zaplaceno zaplatene objednan* fizetve megrendel* rezervovan* rezervat_la platit narucen* naročen* placeno rezervirano odendi paid_on
    date_paid 购票 購票 出票 発券 발권 발매 παραγγελθηκε πληρωθηκε оформлен* бронирован* забронирован* оплачен* сплачен* заброньован* поръчан* платено dipesan ditempah
    dibayar ngay_dat dat_ve da_dat จองเมื่อ วันที่จอง วันที่ชำระ 申込 預訂日 预订日 预订时间 下单 下單 订购 訂購 예매 예약일 הוזמן حجز annahme annahmedatum`,
  ],
  [
    'print',
    `print printed printing gedruckt druckdatum imprime* impreso stampa* stampato wydruk* tisk nyomt* друк* печат* cetak dicetak in_luc 打印 印刷
    列印 출력 הדפסה`,
  ],
  [
    'other',
    `filled dispensed deliver* shipped ship ship_date shipping period from start starts end ends wef exchange before service services approved
    abbuchung* abgebucht einzug prelevement* preleve* domicili* addebit* incasso afschrijving autogiro debited will_be wird_am wird_zum werden_am
    reading last_visit previous liefer* leistung* *zeitraum *periode *perioden livraison entrega periodo consegna levering* lever*
    leverans* toimitus* dostaw* dostarcz* okres* sprzedazy dodan* dodani obdobi obdobie szallit* teljesit* idoszak* livrare livrarii
    isporuk* dobav* teslim* donem* παραδοση* περιοδο* доставк* поставк* отгруз* период* період* pengiriman tempoh giao ky_hoa_don จัดส่ง 納品
    配送 期間 期间 送货 입금 배송 기간 تسليم التسليم משלוח certificacion certificacao autorizacion autorizacao`,
  ],
  [
    'document',
    `invoice inv bill receipt statement credit_note credit_memo gutschrift* avoir nota_di_credito nota_de_credito creditnota
    kreditnota* kreditfaktura* tax transaction trans txn sale sold issue issued purchase purchased rechnung* *rechnung beleg* kauf*
    ausstell* ausgestellt facture* emis emise emission emision emissao emissione emitido emitida expedicion factura* fattura* fatura* achat
    compra acquisto vendita venda faktura* *faktura faktur* factuur* *factuur aankoop aankoop* kvitter* kjop kob kop ostopaiva lasku* laskun paivays
    wystaw* sporzadz* zakupu vystav* kiallit* kelte kelt keltezes szamla* emiterii izdavanj* izdaj* izdan* racun* arve* rekin* saskait*
    duzenle* fis εκδοση* τιμολογι* αποδειξ* выдан* выстав* счет* счёт* чек* покупк* рахунк* виписк* накладн* invois resit pembelian
    transaksi ngay_lap lap_ngay hoa_don xuat วันที่ออก ใบเสร็จ ใบกำกับ 発行 取引 ご利用 利用日 開票 开票 發票 发票 交易 消费 发行 발행 거래 판매 결제일
    승인 إصدار الإصدار اصدار فاتورة الفاتورة הפקה חשבונית קבלה
    bought gekauft gekocht verkauf* verkoop* koopdatum achete* date_de_vente vendu_le comprado comprada adquirido adquirida acquistat*
    acquisti vendut* comprad* kobt kobs* kjopt kjops* kopt kopdatum kopdag inkop* forsaljning* salgsdato ostettu ostopaiv* ostoaika
    myyntipaiv* myyty zakupion* kupion* sprzedan* zakoupen* zakupen* nakup* kupen* kupljen* kupovin* prodan* prodej* predaj* vasarl* eladas*
    cumparat* cumpararii vanzarii vandut satis_tarihi satis satin_alma* alis_tarihi ημερομηνια_αγορας αγοραστηκε πωληση* куплен* приобретен*
    продаж* продан* купівл* придбан* виставлен* закупен* dibeli penjualan jualan ngay_mua ngay_ban mua_ngay ostetud muug* pirkum* pirkimo
    pirkta pardavim* pardosan* keypt reikning* utgafudag* petsa_ng_pagbili куповин* kupnj* kupovin* ostukuup* sotib сатып შეძენ* գնման ununuzi வாங்கிய uitgegeven erosketa dyddiad_prynu blewe manunuzi วันที่ซื้อ ซื้อเมื่อ วันที่ขาย 購入 買上 販売 购买 購買 售出
    销售日 銷售日 구매 구입 الشراء شراء البيع بيع خرید רכישה מכירה קנייה खरीद बिक्री ক্রয়`,
  ],
  [
    'plain',
    `date dated dte datetime dagsetning* dags dyddiad tarehe petsa sana күні огноо თარიღი ամսաթիվ tarikh tkh *datum *datums fecha data *dato dat paiva paivays paivamaara tanggal tgl tarih tarihi kuupaev* kuupaeva ημερομηνια
    ημ/νια дата дато ngay วันที่ 日期 日付 日時 날짜 일자 일시 تاريخ التاريخ תאריך दिनांक तारीख তারিখ`,
  ],
];

const NO_BLANKS = /^[\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]/;

const BEGINS = '(?<![\\p{L}\\p{M}])';
const ENDS = '(?![\\p{L}\\p{M}])';

/** Words as one pattern, those with the same ends open together, so that it stays small. */
function patternOf(words: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const isAnywhere = NO_BLANKS.test(word);
    const begins = isAnywhere || word.startsWith('*') ? '' : BEGINS;
    const ends = isAnywhere || word.endsWith('*') ? '' : ENDS;
    const written = word
      .replace(/^\*|\*$/g, '')
      .replace(/[.]/g, '\\.')
      .replace(/_/g, '[\\s.\\-_]{1,3}');
    const key = `${begins} ${ends}`;
    groups.set(key, [...(groups.get(key) ?? []), written]);
  }
  return [...groups]
    .map(([key, written]) => {
      const [begins, ends] = key.split(' ');
      return `${begins}(?:${written.join('|')})${ends}`;
    })
    .join('|');
}

const readers = WORDS.map(
  ([role, words]) => [role, new RegExp(patternOf(foldPrinted(words).trim().split(/\s+/)), 'gu')] as const,
);

/** A day of what is sold, or one long past, unless a word of its purchase follows: "Event ticket bought", "Visit booked on". */
function roleSaid(folded: string): DateRole | undefined {
  const said = readers.find(([, reader]) => folded.search(reader) >= 0);
  if (!said || !isAsideRole(said[0])) return said?.[0];
  const end = endOfLast(folded, said[1]);
  const follows = said[0] === 'past' ? BEHIND_PAST : PURCHASE;
  const purchase = readers.find(([role, reader]) => follows.has(role) && endOfLast(folded, reader) > end);
  return purchase?.[0] ?? said[0];
}

const PURCHASE: ReadonlySet<DateRole> = new Set(['order', 'document']);
/** "Prescription filled" is on the day of the counter, "Offence ... Citation" on that of the paper. */
const BEHIND_PAST: ReadonlySet<DateRole> = new Set(['event', 'order', 'other', 'document']);

function endOfLast(text: string, reader: RegExp): number {
  const last = [...text.matchAll(reader)].at(-1);
  return last ? last.index + last[0].length : -1;
}

/** What stands behind the last day of something. */
const UNTIL_BEHIND = /^\s*(?:まで|迄|까지|前|以前|до(?!\p{L})|تک|तक)/u;

/** ... and behind the time at which a train leaves: "08:30开". */
const LEAVES_BEHIND = /^\s*\d{1,2}:\d{2}\s*(?:开(?![票具])|開(?!票)|発(?![行売券])|출발)/u;

/**
 * What the words around a date say that it is; undefined when they say nothing about it. Of several roles the surest
 * objection wins: "invoice due date" is a day to pay.
 *
 * @param behind What follows the date, where some languages say "until".
 */
export function dateRoleOf(label: string, behind = ''): DateRole | undefined {
  if (UNTIL_BEHIND.test(behind)) return 'void';
  if (LEAVES_BEHIND.test(behind)) return 'event';
  const folded = foldPrinted(label);
  if (!/[\p{L}]/u.test(folded)) return undefined;
  if (refersToPaper(folded)) return 'void';
  const said = roleSaid(folded);
  if (said !== 'due' && isDayOfEdition(folded)) return 'void';
  const isOwn = said === undefined || said === 'document' || said === 'plain';
  if (isOwn && isDayToPayUntil(folded)) return 'due';
  return isOwn && isReferredDay(folded) ? 'other' : said;
}

/** Whether a role is surely not the day of a purchase. */
export const isNoPurchase = (role: DateRole | undefined): boolean =>
  role === 'due' || role === 'void' || role === 'past';

/** Whether a role is the day of what the purchase is about, before it or behind it, whatever time stands beside it. */
export const isAsideRole = (role: DateRole | undefined): boolean => role === 'event' || role === 'past';

const NUMBER =
  /(?:(?<!\p{L})(?:nr|no|num|numero|nummer|number|numer|numara|cislo|broj|stev|szam\p{L}*|sorszam|id)|nummer|n[°º]|№|#|号|號|番号|번호)[\s.:#]*$/u;

/** Whether what stands behind a label is a number: "Invoice no. 26/0118" looks like a damaged date, and is none. */
export const isNumberLabel = (label: string): boolean => NUMBER.test(foldPrinted(label));
