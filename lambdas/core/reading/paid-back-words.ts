/**
 * Words of lines that say that money went to the customer, folded as they are compared: patterns, one language or family a
 * line. A line is such a word with nothing beside it but means, little words and numbers: "Auf Karte erstattet".
 */
export const GIVEN_BACK: readonly string[] = [
  '(?:store|merchandise) credit issued|refund(?:ed)?|reimbursed|reimbursement|repaid|paid back|given back|money back',
  '(?:zu)?r(?:u|ue)ckerstatt(?:et|ung)s?(?:betrag|summe)?|erstattet(?:er)?|erstattung(?:s?(?:betrag|summe))?|zur(?:u|ue)ck(?:gezahlt|bezahlt|gebucht|(?:u|ue)berwiesen)|r(?:u|ue)ckzahlung(?:s?(?:betrag|summe))?|r(?:u|ue)ckverg(?:u|ue)tet|gutschrift(?:s?betrag)|(?:bar|karten)?auszahlung(?:s?betrag)?|ausgezahlt|ausbezahlt',
  'rembours(?:e|ee|es|ement)|restitue[es]?|recredite[es]?',
  'reembolsad[oa]s?|reembolso|devuelt[oa]s?|devolucion|reintegrad[oa]|reintegro|reemborsat|reemborsament|retornat|itzulita|itzulketa',
  'devolvid[oa]s?|devolto|estornad[oa]|estorno|devolucao|restituid[oa]|ressarcid[oa]',
  'rimborsat[oa]|rimborso|restituit[oa]|stornat[oa]|riaccreditat[oa]|riaccredito',
  'rambursat[aei]?|rambursare|restituire',
  'terugbetaald|terugbetaling|teruggestort|terugstorting|teruggeboekt|terugboeking|gerestitueerd|terugbetaal|terug te ontvangen|u krijgt terug',
  'aterbetal(?:a[ds]|at|d|t|as|ts|ning)|aterford|aterfort|utbetal[td]|utbetalning|aterbetalas',
  'refunder(?:et|es|t|at|ing)|tilba[gk]ebetal(?:t|es|ing)|tilba[gk]efor(?:t|es)|u[dt]betalt|u[dt]betaling',
  'palautettu|palautetaan|palautetut|endurgreitt?|endurgrei[dð]sla|endurgreidslur',
  'zwrocon[oaye]|do zwrotu|zwrot',
  'k vraceni|k vrateniu|refundovan[oaey]|refundiran[oaie]?|povrnjen[oa]|refundacija|rambursirano',
  'visszaterit(?:ve|ett|es|endo)|visszafizet(?:ve|ett|es|endo)|visszautal(?:va|t)|visszateritesre kerult',
  'grazint[aio]|grazinta|atmaksat[sa]|tagastatud|tagasi makstud|tagasimakse|tagasimakstud',
  'rimbursuar|kthyer|iade edil(?:di|en|mistir)|iade(?: tutari)?|geri odendi|geri odenen|geri odeme|qaytarildi|qaytarilib|geri qaytarildi',
  'возвращен[оаы]?|возврат|повернен[оаиі]|повернення|повернуто|вернута|возмещено|рефундиран[оаи]|враћено|повраћај|вратено|възстановен[оаи]|к возврату|до повернення|қаитарылды',
  'επιστραφηκ(?:ε|αν)|επιστρεφ(?:εται|ονται)|επιστροφη χρηματων|επιστροφη|επιστραφεν',
  'dana dikembalikan|pengembalian dana|bayaran balik|dipulangkan|da hoan(?: tien| lai| tra)?|hoan (?:tien|lai|tra)|so tien hoan|tien hoan lai|imerejeshwa|ibinalik',
  'مسترد|المسترد|مستردة|المستردة|تم رد|تم استرداد|تم ارجاع|تم إرجاع|رد المبلغ|استرداد|הוחזר|יוחזר|החזר|זוכה|مسترد شد|عودت(?: وجه)?|بازگشت وجه',
  'वापस किया गया|वापसी|रिफंड|लौटाई गई|ফেরত(?: দেওয়া হয়েছে)?|রিফান্ড|დაბრუნებული|დაბრუნდა|დაბრუნება|վերադարձված|վերադարձվել է|վերադարձ',
];

/** The same in scripts that write without blanks. */
export const GIVEN_BACK_JOINED: readonly string[] = [
  '返金|還付|払い?戻し?|返還',
  '退款|退[货貨]款|退[还還]|退回|退[费費]|原路退',
  '환불|환급|반환',
  'คืนเงิน|เงินคืน|ยอดคืน',
];

/** Words that say so only with those to whom it goes: change is "returned" as well. */
export const RETURNED_TO: readonly string[] = [
  'returned|paid out|sent back|transferred back|reversed|zur(?:u|ue)ckgegeben|ausgegeben|retourniert|rendu[es]?|reverse[es]?|retourne[es]?|returnat[a]?|inapoiat[a]?',
  'teruggegeven|uitbetaald|retour|aterlamnad|tilba[gk]elevert?|maksettu takaisin|maksettu|oddan[oaey]|wyplacon[oa]|vracen[oaye]|vraten[oaey]|vyplacen[oa]|vyplaten[eao]',
  'vrnjen[oa]|izplacan[oa]|isplacen[oa]|visszaadva|kifizetve|atgriezt[sai]?|върнат[аои]?|изплатен[оаи]|выплачен[оаы]?|виплачено|исплаћено|исплатено|dikembalikan|ditransfer kembali|da tra lai|tra lai|chuyen lai',
];
/** The same; to an account or a gift card goes what was bought as well. */
export const CREDITED_TO: readonly string[] = [
  'credited|credite[es]?|acreditad[oa]|acreditat|ingresad[oa]|creditad[oa]|accreditat[oa]|creditat[a]?|gutgeschrieben(?:er)?|bijgeschreven|gecrediteerd|gestort|krediter[ae]?t|krediterad|tillgodofort|insatt|godskrevet',
  'hyvitetty|hyvitetaan|pripsan[oa]|pripisan[oaey]|jovairva|jovairt|ieskaitit[sa]|kantud|зачислен[оаы]?|зараховано|πιστωθηκ(?:ε|αν)|yatirildi|aktarildi|dikreditkan|dimasukkan',
];
/** The same, where it also says that the customer paid: of these a person has to look. */
export const MAYBE_HANDED_TO: readonly string[] = ['abonad[oa]|vers(?:e|ee|es)|bonificad[oa]|bonifie'];
/** What was bought may have been paid with it, or brought to an account. */
export const MAYBE_BACK: readonly string[] = [
  '(?:store|merchandise|shop|return) credit|gutgeschrieben|gecrediteerd|krediter[ae]?t|krediterad|godskrevet|jovairva|jovairt|hyvitetty',
];
/** Where what was bought goes as well. */
export const ACCOUNTS =
  'account|balance|wallet|gift|voucher|konto|geschenk|gutschein|compte|cadeau|cuenta|monedero|regalo|conta|conto|rekening|presentkort|gavekort|tili|lahjakort|ucet|rachunek|szamla|hesab|счет|рахунок|сметка|λογαριασμ|akaun|tai khoan|حساب|חשבון|kontole|kontu|racun';

/** Leads to the one that gets the money. */
export const TO: readonly string[] = [
  'to|onto|on|via|as|into|auf|an|ihre[mr]|dem|i|zu(?:r|m)?|als|per|sur|au|aux|a|sous forme de|en|por|para|no|na|nos|em|su|sulla|sul|al|alla|come|op|aan|naar|til|till|pa|som|paa|jako|do|ke|kepada|sebagai|sang|vao|cho|ve|in|la|pe|prin|ant|uz|uz|kaip|ka|ne|te|в|на|по|до|към|како|у|στην?|στο(?:ν)?|σε|με|إلى|الى|على|ל|אל|به',
];

/** Where and how the money comes to the customer, in the forms that stand behind such a word. */
export const MEANS: readonly string[] = [
  '(?:gift |credit |debit |bank |payment |store |original )*cards?|visa(?: (?:debit|credit))?|master ?card|maestro|amex|american express|paypal|apple pay|google pay|cash|(?:bank |customer )?account|wallet|balance|customer|client|you|(?:original )?(?:payment )?(?:method|means)(?: of payment)?|form of payment|gift (?:card|voucher|certificate)|voucher|store credit|merchandise credit|cheque|check',
  '(?:kredit|ec|giro|bank|debit|geschenk|kunden|zahlungs|gutschein)?-?karten?|(?:bank|kunden|paypal)?-?konto|bar(?:geld)?|gutschein|kunden?|zahlungsmittel|zahlungsart|ihnen|dich|sie|mieter|ec|girocard',
  "(?:carte|cb)(?: bancaire| bleue| cadeau| de credit)?|compte(?: bancaire| client)?|especes|bon d'achat|client|moyen de paiement|vous|cheque",
  'tarjetas?(?: de (?:credito|debito|regalo))?|cuenta(?: bancaria)?|efectivo|cliente|medio de pago|vale|monedero|targeta|compte|txartelera|txartela',
  'cartao(?: de (?:credito|debito))?|conta(?: bancaria)?|dinheiro|numerario|cliente|meio de pagamento|pix|carta(?: di (?:credito|debito))?|conto(?: corrente)?|contanti|buono|metodo di pagamento|card bancar|cont|numerar|clientului',
  '(?:bank|pin)?(?:kaart|pas)|(?:bank)?rekening|contant|klant|cadeaukaart|cadeaubon|(?:bank|betal|presents?|gave|kredit|konto)?-?kort(?:et)?|(?:bank)?kontoe?t?|kontant(?:er)?|kund(?:en?)?|presentkort|gavekort|dankort|swish|vipps|mobilepay|bankaxept',
  'kortille|tilille|pankkikortille|asiakkaalle|kateisena|lahjakortille|a kort(?:id)?|reikning|kort',
  'kart[ayeu]|konto|rachunek(?: bankowy)?|klient(?:owi|a)|gotowk[aei]|kartu|ucet|kartou|hotovosti?|zakaznikovi|bankovy ucet|platobnu|platebni|karticu|kartico|racun|gotovin[aiu]|kupcu|tekuci|ziro',
  'kartyara|bankkartyara|szamlara|keszpenzben|vevonek|kortele|korteles?|saskait[aą]|saskaita|karti|kontu|klientam|pirkejui|kaardile|kontole|kliendile|sularahas|kartes?|bankas?',
  'karta|kartiniza|hesaba|hesabiniza|nakit|musteriye|kredi kartina|banka|kart(?:in)?iza|musteri|kartes|llogari|klientit',
  'карту|карта|карте|картку|счет|счёт|рахунок|клиенту|клієнту|наличными|готівкою|сметка|картата|картица|картицу|рачун|купцу|банковскую|банківську|καρτας?|λογαριασμο|πελατη|μετρητα',
  'kartu(?: kredit| debit)?|kad|rekening|akaun|tunai|pelanggan|the|tai khoan|khach hang|tien mat|vi|بطاقة|البطاقة|حساب|الحساب|العميل|حسابك|بطاقتك|לכרטיס|כרטיס|לחשבון|חשבון|ללקוח|لحساب|حساب مشتری|कार्ड|खाते|में|कार्ड में|কার্ডে',
];

/** Means in a case that says "to" by itself: no preposition stands before them. */
export const TO_MEANS: readonly string[] = [
  'kortille|tilille|pankkikortille|asiakkaalle|lahjakortille|kartyara|bankkartyara|szamlara|vevonek|klientowi|zakaznikovi|kupcu|clientului|klientam|pirkejui|kaardile|kontole|kliendile',
  'hesaba|hesabiniza|karta|kartiniza|kredi kartina|musteriye|клиенту|клієнту|купцу|לכרטיס|ללקוח|לחשבון|ihnen',
];

/** Nothing else stands beside them: what is given, whose it is, and that it happened. */
export const BESIDE_BACK: readonly string[] = [
  "money|amount|total|net|value|sum|payment|due|your|the|my|has|been|have|was|were|is|will|be|we|being|this|of|by|back|now|ending|in|original|customer'?s?|approved|transaction|sale|full|issued|successful(?:ly)?|funds",
  'betrag|summe|gesamt(?:betrag)?|geld|der|die|das|dem|den|ihre?n?|ihrem|wird|wurde|werden|mit|endziffern?|endung|ihr|von|ist|urspr(?:u|ue)ngliche[sn]?',
  "montant|somme|total|le|la|les|votre|vos|par|de|d'|du|est|ete|sera|a|l'|finissant|terminant|se",
  'importe|monto|total|dinero|valor|su|tu|la|el|los|se|ha|sido|fue|sera|terminad[oa]|final|del|quantia|montante|o|seu|sua|foi|importo|somma|totale|denaro|il|lo|tua|sua|e|stat[oa]|verra|suma|banii|a fost|va fi|contul|cardul|tau|dvs',
  'bedrag|totaal|geld|het|uw|je|is|wordt|werd|belopp(?:et)?|pengar(?:na)?|totalt|ditt|din|har|blir|belob(?:et)?|belop(?:et)?|penge(?:ne)?|dit|er|bliver|i alt|av|summa|rahat|maksu|on|upphaed',
  'kwota|razem|zostal[ao]?|srodki|twoj[aą]?|castka|ciastka|celkem|spolu|penize|peniaze|byla|bola|suma|vasu?|iznos|novac|znesek|ukupno|vas[aue]?|je|osszeg|osszesen|penz|az|es|zu',
  'сумма|сума|деньги|средства|кошти|гроші|итого|вашу?|вашата|банковскую|банківську|банк|сумата|ποσο|το|χρηματα|σας|συνολο|η|tutar|tutari|toplam|olarak|para|jumlah|total|uang|dana|wang|ke|so|tien|khach|المبلغ|مبلغ|סכום|הסכום|राशि|के|को|গ্রাহককে',
];
export const BESIDE_BACK_JOINED: readonly string[] = [
  '済み?|金额|金額|总额|額|额|金|合計|合计|ご|お|様|客様|いたしました|しました|へ|に|の|カード|クレジット|現金|口座|已|至|到|原|卡|银行|信用|您的|账户|帳戶|现金|完成|成功|支付宝|微信|금액|액|완료|카드|현금|계좌|고객|으로|로|에|ยอด|จำนวน|เข้า|บัตร|บัญชี|ลูกค้า',
];

/** Sentences that say so: who gives and that it happens. */
export const SAYS_GIVEN_BACK: readonly string[] = [
  "we(?: have|'ve| will|'ll| are)? (?:now )?(?:refund(?:ed|ing)|credited|repaid)|we (?:will|'ll) (?:refund|credit|repay)|we refund you|(?:refund|amount|money|total|payment|it)(?: of [^a-z]+)? (?:has been|was|will be|is being) (?:refunded|credited|returned|paid back|repaid|issued)|you (?:have been|will be|were|are being) refunded|received a refund|we owe you",
  'wir (?:erstatten|uberweisen) (?:ihnen|dir)|wir haben (?:ihnen|dir)?.*(?:erstattet|gutgeschrieben|zuruckgezahlt|zuruckuberwiesen|uberwiesen)|wir werden (?:ihnen|dir)?.*(?:erstatten|gutschreiben|zuruckzahlen)|wir schreiben (?:ihnen|dir).* gut|(?:betrag|summe|geld|kaufpreis|zahlung) (?:wird|wurde|ist) .*(?:erstattet|gutgeschrieben|zuruckgezahlt|zuruckuberwiesen|zuruckgebucht)',
  'nous (?:vous )?(?:avons )?(?:rembours(?:ons|erons|e)|recrediterons|recredite)|vous (?:avez ete|serez|etes) rembours|(?:montant|somme) .*(?:a ete|est|sera) (?:rembourse|credite|recredite|restitue)',
  '(?:le|te|les) (?:hemos )?(?:reembols|devolv|devuelt)|(?:importe|dinero|monto) (?:ha sido|fue|sera|se ha) (?:reembolsad|devuelt|abonad|reintegrad)|(?:valor|montante|quantia) (?:foi|sera) (?:reembolsad|devolvid|estornad|creditad|restituid)',
  '(?:importo|somma) (?:e stat[oa]|verra|sara) (?:rimborsat|restituit|accreditat|riaccreditat|stornat)|(?:ti|la|le|vi) (?:abbiamo )?rimbors|(?:suma|banii) (?:a fost|va fi|au fost|vor fi) (?:rambursat|returnat|restituit)',
  '(?:bedrag|geld) (?:is|wordt|werd) .*(?:terugbetaald|teruggestort|teruggeboekt|gecrediteerd)|wij? (?:betalen|storten|boeken) .*terug|(?:u|je) (?:krijgt|ontvangt) .*terug',
  '(?:beloppet|pengarna|summan) (?:har|kommer|ar|blir|ater) ?.*(?:aterbetal|atergar|aterfor)|(?:belobet|pengene|belopet) (?:er|bliver|blir|har) .*(?:refunder|tilba[gk]ebetal|tilba[gk]efor)|vi (?:har )?(?:aterbetal|refunder|tilba[gk]ebetal)',
  '(?:summa|rahat|maksu) (?:on )?(?:palautettu|palautetaan|hyvitetty|hyvitetaan)|palautamme|hyvitamme|(?:kwota|srodki|pieniadze) (?:zostal[ay]?|zostana|zostanie) (?:panstwu )?zwroc|zwroc(?:imy|ilismy)',
  '(?:castka|suma|penize|peniaze) (?:byla|bola|bude|boli|byly|vam) .*(?:vracen|vraten)|visszaterit(?:ettuk|juk)|visszautal(?:tuk|juk)|jovair(?:tuk|juk)|(?:iznos|novac|sredstva) (?:je|ce|su) .*(?:vracen|refundiran|povrnjen)',
  '(?:сумма|деньги|средства) (?:была |были |будет |будут )?(?:возвращен|зачислен)|(?:сума|кошти|гроші|гроши) (?:була |були |буде |будуть )?(?:повернен|зарахован)|сумата (?:е|ще бъде|беше) (?:възстановен|върнат)',
  '(?:ποσο|χρηματα) .*(?:επιστραφ|επιστρεφ)|(?:tutar|para|odeme)[a-z]* .*iade (?:edil|edec)|(?:dana|uang|jumlah|wang) .*(?:telah|sudah|akan) .*(?:dikembalikan|dipulangkan)|so tien .*(?:da|se|duoc) .*hoan',
  '(?:تم|سيتم) (?:رد|استرداد|إرجاع|ارجاع|إعادة) (?:ال)?مبلغ|הכסף (?:הוחזר|יוחזר)|הסכום (?:הוחזר|יוחזר|זוכה)',
];
export const SAYS_GIVEN_BACK_JOINED: readonly string[] = [
  '返金(?:いた|致)?しま(?:す|した)|(?:款[项項]|金[额額]|款).*(?:已|将|將).*(?:退回|退[还還])|환불(?:되|해 드|처리)',
];
