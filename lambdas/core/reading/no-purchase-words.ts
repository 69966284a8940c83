/** Words of papers on which nothing was paid, folded; `|` between them, and blanks within. */

/** A card that was not taken. */
export const DECLINED =
  'declined?|denied|refused|insufficient funds|not (?:authori[sz]ed|approved|completed|processed|successful)|unsuccessful|payment failed|' +
  'transaction failed|abgelehnt|abgewiesen|abgebrochen|nicht (?:erfolgt|erfolgreich|genehmigt|autorisiert|moglich)|fehlgeschlagen|' +
  'refusee?|non autorisee?|abandonnee?|echouee?|denegad[ao]|rechazad[ao]|no autorizad[ao]|fallid[ao]|recusad[ao]|negad[ao]|' +
  'nao autorizad[ao]|nao aprovad[ao]|negat[ao]|rifiutat[ao]|respint[ao]|non autorizzat[ao]|non eseguit[ao]|niet (?:geslaagd|gelukt|akkoord|geaccepteerd)|' +
  'geweigerd|mislukt|odmowa|odrzucon[aoy]|nieudana|avvist|avslatt|avslag|nekad|nekat|avbrut(?:en|et)|avbrutt|medges ej|afvist|afbrudt|hylatty|' +
  'hylatt[iy]|keskeytetty|elutasitv[ae]|elutasitott|sikertelen|zamitnut[aoy]|zamietnut[aey]|neschvaleno|reddedildi|red edildi|basarisiz|' +
  'refuzata?|respinsa?|odbijen[ao]|zavrnjen[ao]|keeldutud|atmesta|noraidits|απορριφθηκε|отказ|отказано|отклонен[ао]?|не одобрено|недостаточно средств|неуспешно|не выполнено|отказ в авторизации|відмова|не виконано|недостатньо коштів|отхвърлена|неуспешна|відмовлено|' +
  'відхилено|одбијен[оа]|неуспешно плаћање|ditolak|gagal|tidak disetujui|tidak diluluskan|dibatalkan|tu choi|that bai|khong thanh cong|bi tu choi|' +
  'aborted|abandon(?:ed|nement)?|cancelled by (?:customer|user|cardholder)|terminated|expired card|card expired|timed out|no response|interrupted|paiement interrompu|' +
  'transaction (?:abandonnee|annulee|interrompue)|operation annulee|interrumpid[ao]|cancelad[ao] por (?:el )?(?:cliente|usuario)|operacion cancelada|transacao cancelada|' +
  'non concessa|interrott[ao]|annullata dal cliente|afgebroken|geannuleerd|nieautoryzowana|przerwana|anulowana|maksu epaonnistui|ebaonnestus|tagasi lukatud|nepavyko|neivykdyta|' +
  'neizdevas|neuspjesn[ao]|neuspesn[ao]|onaylanmadi|islem iptal|yetersiz bakiye|nu a fost aprobata|esuata|megszakitva|megszakadt|neuspesna|neuskutecnena|prerusena|' +
  'απορριψη|αποτυχια|ανεπιτυχης|μη εγκεκριμενη|ακυρωθηκε|مرفوض(?:ة)?|لم تتم|فشلت?|ناموفق|נדחתה|נדחה|סורבה|לא אושרה|अस्वीकृत|असफल|विफल|প্রত্যাখ্যাত|ব্যর্থ|უარყოფილია|' +
  '承認不可|取扱不可|(?:お)?取引不成立|取引不可|取引中止|取引エラー|決済(?:エラー|失敗|不可)|承認エラー|承認失敗|交易失败|交易失敗|交易被拒绝|交易被拒絕|交易未成功|交易不成功|支付失败|支付失敗|付款失败|付款失敗|' +
  '拒绝交易|余额不足|승인거절|거래거절|승인실패|승인불가|거래실패|거래불가|결제실패|한도초과|ไม่อนุมัติ|ปฏิเสธ(?:รายการ)?|รายการไม่สำเร็จ|ไม่สำเร็จ';

/** What stands beside it on the slip: whose payment, by what, and that the receipt says so. */
export const BESIDE_DECLINED =
  'the|a|your|this|was|is|has|been|by|from|code|status|result|response|resp|message|card|bank|issuer|host|transaction|trans|txn|tran|payment|' +
  'sale|purchase|amount|auth|authori[sz]ation|visa|mastercard|maestro|amex|debit|credit|contactless|chip|pin|attempt|die|der|ist|wurde|' +
  'zahlung|kartenzahlung|karte|vorgang|transaktion|autorisierung|la|le|est|paiement|carte|operation|autorisation|operacion|pago|tarjeta|' +
  'transaccion|compra|transacao|pagamento|cartao|operacao|transazione|carta|operazione|pagobancomat|transactie|betaling|kaart|pas|transakcja|platnosc|karta|' +
  'karty|autoryzacji|kop|kopet|betalning|betalningen|kortet|kort|transaktionen|transaksjon|transaksjonen|kjop|kob|maksu|korttimaksu|kortti|tapahtuma|' +
  'tranzakcio|fizetes|kartya|transakce|platba|transakcia|islem|odeme|kart|tranzactie|plata|transakcija|placanje|placilo|операция|оплата|' +
  'платеж|карта|карты|банк|банка|транзакция|операція|платіж|плащане|плаћање|transaksi|pembayaran|giao dich|thanh toan|sale|vente|συναλλαγη|πληρωμη|العملية|عملية|معاملة|تراکنش|העסקה|עסקה|भुगतान|लेनदेन|ტრანზაქცია|決済|取引|交易|거래|결제|รายการ';

/** A later attempt went through. */
export const APPROVED =
  'approved|authori[sz]ed|accepted|successful|genehmigt|autorisiert|zahlung erfolgt|erfolgreich|acceptee?|autorisee?|approuvee?|autorizad[ao]|aprobad[ao]|' +
  'aceptad[ao]|aprovad[ao]|autorizzat[ao]|approvat[ao]|eseguit[ao]|geslaagd|akkoord|zaakceptowan[ao]|zatwierdzon[ao]|godkand|godkant|godkendt|' +
  'godkjent|hyvaksytty|elfogadva|jovahagyva|sikeres|schvalen[ao]|onaylandi|aprobata?|odobren[ao]|одобрен[ао]?|схвалено|disetujui|交易成功|승인완료';

/** A paper that says what something would cost. */
export const OFFERS =
  'quotation|quote|price quote|estimate|repair estimate|cost estimate|proposal|pro ?forma|pro-forma|kostenvoranschlag|devis|preventivo|presupuesto|' +
  'cotizacion|orcamento|proposta comercial|nabidka|cenova nabidka|cenova ponuka|ajanlat|arajanlat|kosztorys|kostnadsforslag|prisoverslag|kostenraming|' +
  'prijsopgave|teklif|fiyat teklifi|ponuda|predracun|predfaktura|zalohova faktura|predfactura|hinnapakkumine|προσφορα|коммерческое предложение|оферта|' +
  '御?見積書|报价单|報價單|견적서|ใบเสนอราคา|bao gia';

/** The same, where a shop's slip calls what is cheaper so too. */
export const OFFERS_OF_SHOPS = 'angebot|offerte|offert|offerta|oferta|tilbud|tarjous|oferte';

export const BESIDE_OFFERS =
  'no|nr|num|number|n|c|cislo|ref|date|dated|of|for|from|vom|du|del|di|van|av|af|z dnia|the|invoice|facture|factura|fattura|faktura|factuur|rechnung|fatura|bill|' +
  'numero|nummer|numer|customer|copy|original|за|от|№|id|your|ihr|votre|su|unser|our';

/** What is asked to be paid, or was. */
export const INVOICES =
  'invoice|tax invoice|receipt|rechnung|quittung|kassenbon|facture|recu|ticket|factura|recibo|fattura|ricevuta|scontrino|factuur|kassabon|bon|faktura|paragon|' +
  'kvitto|kvittering|lasku|kuitti|szamla|nyugta|uctenka|fatura|nota fiscal|cupom fiscal|racun|請求書|領収書|領収証|发票|發票|收据|收據|청구서|영수증';

/** A till on which somebody learns, and a bill before the one that is paid. */
export const PRACTICE =
  'training mode|training only|training transaction|schulungs(?:modus|bon|beleg)|' +
  'trainings(?:bon|modus|beleg)|ubungs(?:bon|modus|beleg)|mode (?:ecole|formation|entrainement)|ticket ecole|modo (?:formacion|entrenamiento|practica|treino|treinamento)|' +
  'modalita (?:training|addestramento)|oefenmodus|trainingsmodus|tryb szkoleni(?:owy|a)|ovningslage|ovningskvitto|traeningsbon|ovelsesmodus|opplaeringsmodus|' +
  'harjoitustila|harjoituskuitti|gyakorlo mod|egitim modu|учебныи режим|тренировочныи режим|トレーニングモード|練習モード|培训模式|교육모드';

/** The same in a word, which is a course as well. */
export const PRACTICE_OR_COURSE =
  'training|schulung|skoleni|szkolenie|ovning|oplaering|ovelse|harjoitus|formation|ecole';

export const INTERIM =
  'zwischenrechnung|zwischenbeleg|zwischenbon|vorlaufige rechnung|interim bill|pre[- ]?bill|provisional bill|not a (?:valid )?receipt|' +
  'note provisoire|ticket de table|note de table|ticket provisoire|addition provisoire|' +
  'pre[- ]?cuenta|cuenta provisional|preconto|conto provvisorio|pre[- ]?conta|voorlopige rekening|rachunek wstepny|' +
  'forelobig regning|predbezny ucet|предварительныи счет|пред-?чек|пречек|передчек|гостевои счет|гостьовии рахунок|попередніи рахунок|предварителна сметка|служебен бон|међурачун|' +
  'not (?:a |the )?final bill|draft bill|unpaid bill|conferencia d[ea] (?:mesa|conta)|consulta de mesa|parcial (?:de|da) mesa|extrato de mesa|cuenta de mesa|pre-?factura|nota previa|documento non pagato|' +
  'tischrechnung|zwischenabrechnung|rachunek kelnerski|paragon wstepny|elozetes szamla|nota de plata provizorie|meduracun|gotovinski predracun|valilasku|mellomregning|mellannota|mellemregning|on hesap|' +
  'προσωρινος λογαριασμος|bill sementara|tagihan sementara|bon sementara|bil sementara|phieu tam tinh|hoa don tam tinh|bill tam tinh|فاتورة مبدئية|חשבון זמני|仮伝票|预结[账帐]?单|预打单|预结账单|가계산서|중간계산서|ใบแจ้งยอด(?:ชั่วคราว)?';

/** Lines of their own: "Kein Beleg, kein Umtausch" is a policy. */
export const NO_RECEIPTS =
  '(?:dies(?:es|er)? (?:ist )?)?kein (?:kassen|zahlungs)?(?:beleg|bon)|(?:esto )?no es (?:un )?(?:recibo|ticket)|ceci n.est pas un (?:recu|ticket)|' +
  '(?:dit is )?geen (?:kassa|betaal)(?:bon|bewijs)|to nie jest paragon|(?:detta ar )?ej kvitto|(?:dette er )?ikke en kvittering|ei ole kuitti|' +
  'non e uno scontrino|nao e (?:um )?recibo|領収書ではありません';

/** In a short line: who pays is not the one whose spending is counted, as for a prize, what was sold to a shop, or wages. */
export const PAID_TO_PERSON =
  'paid (?:out )?to (?:you|(?:the )?(?:customer|client|seller|player|winner))|(?:we )?(?:have )?bought from (?:you|customer)|(?:lottery )?prize paid|' +
  'cash ?-?out (?:voucher|ticket|receipt)|winnings paid|payout (?:slip|receipt|ticket|voucher)|tax refund (?:notice|notification)|amount we (?:will )?(?:repay|owe)|' +
  'refund due to you|(?:pay|salary|wage) ?slip|pay ?stub|earnings statement|trade ?-?in receipt|' +
  'ankauf(?:s?beleg|s?schein|s?quittung|s?bestatigung)|auszahlung an (?:den )?kunden|gewinnauszahlung|(?:lohn|gehalts?|entgelt|verdienst|bezuge) ?-?abrechnung|' +
  'gehaltszettel|lohnzettel|zahlungsavis|wir uberweisen ihnen|an sie ausgezahlt|' +
  'bon de rachat|facture de rachat|(?:verse|paye) au client|bulletin de (?:paie|paye|salaire)|fiche de (?:paie|paye)|gain paye|nous vous versons|' +
  'pagado al cliente|pago de premio|premio pagado|(?:recibo de )?nomina|recibo de (?:salarios?|sueldo|vencimento)|colilla de pago|compra a particular(?:es)?|' +
  'pago ao cliente|pagamento de premio|holerite|contracheque|pagato al cliente|pagamento vincita|busta paga|cedolino (?:paga|stipendio)|acquisto da privat[oi]|' +
  'uitbetaald aan (?:de )?klant|loonstrook(?:je)?|salarisstrook|inkoopverklaring|prijs uitbetaald|wyplacono klientowi|wyplata wygranej|pasek placowy|' +
  'utbetal(?:at|t) till? kund(?:en)?|lonespecifikation|lonnsslipp|lonseddel|vinstutbetalning|udbetalt til kunde(?:n)?|palkkalaskelma|palkkakuitti|voitonmaksu|' +
  'berjegyzek|fizetesi jegyzek|vyplatn[ia] paska|vyplata vyhry|fluturas (?:de )?salariu|borderou de achizitie|(?:maas|ucret) bordrosu|platna lista|obracun place|' +
  'расчетныи листок|розрахунковии листок|slip gaji|phieu luong|給与明細書?|買取明細書?|工资单|工资条|薪資單|급여명세서';

/** A title of a paper that lists what other papers ask for or what was paid; an invoice may have such a part as well. */
export const STATEMENTS =
  'statement of account|remittance advice|(?:bank|account|customer|credit card|card) statement|statement of transactions|kontoauszug|kreditkartenabrechnung|umsatzubersicht|offene posten|' +
  'releve (?:de compte|bancaire|de carte(?: bancaire)?|client)|extracto (?:de cuenta|bancario)|estado de cuenta|estratto conto|extrato (?:de conta|bancario)|' +
  'rekeningafschrift|rekeningoverzicht|wyciag (?:bankowy|z (?:konta|rachunku))|kontoutdrag|kontoutskrift|kontoudtog|tiliote|(?:folyo)?szamlakivonat|' +
  'vypis z uctu|extras de cont|hesap (?:ozeti|ekstresi)|izvod (?:racuna|po racunu)|выписка (?:по счету|со счета)|rekening koran|对账单|對帳單|거래내역서';

/** A title of a paper that asks once more for what an invoice asked for. */
export const REMINDERS =
  'payment reminder|(?:friendly |first |second |third |final )?reminder(?: notice)?|overdue (?:notice|reminder)|past due notice|final (?:notice|demand)|' +
  'zahlungserinnerung|(?:erste|zweite|dritte|letzte)? ?mahnung|relance|(?:lettre de )?rappel(?: de paiement)?|mise en demeure|recordatorio de pago|' +
  'reclamacion de pago|sollecito(?: di pagamento)?|lembrete de pagamento|aviso de cobranca|(?:betalings)?herinnering|aanmaning|przypomnienie o platnosci|' +
  'wezwanie do zaplaty|ponaglenie|(?:betalnings)?paminnelse|inkassokrav|(?:betalings)?purring|inkassovarsel|rykker(?:brev|skrivelse)?|betalingspamindelse|' +
  'maksumuistutus|maksukehotus|fizetesi (?:felszolitas|emlekezteto)|upomink[ay]|podsjetnik za placanje|opomin|督促状|催告書|催款通知|독촉장';
