/** What is brought back: the word of a title and of a day's label alike, folded as `foldPrinted` does. Nothing of it names money or a paper. */
export const BRING_BACK: readonly string[] = [
  'return(?:ed|s)?|retours?|retouren?|retournering|teruggave|retur(?:nering|ering)?|r(?:u|ue)ckgabe|r(?:u|ue)cknahme',
  'devolucion(?:es)?|devolucio|devolucao|itzulketa|res[oi]|restituzione|restituire|kthimi?',
  'palautus|tagastus|tagastamine|atgriesana|grazinim(?:as|o)|zwrot[uy]?|vraceni|vratenie|vratka|povrat(?:ak)?|povracaj|vracilo|vracanje|visszavet(?:el)?',
  'поврат|повраћај|враќање|вяртанне|возврат[аы]?|повернення|връщане|[кқ]а[ийй]тару|буцаалт|επιστροφης?|iade(?:si)?|(?:geri )?qaytarma|qaytarish|დაბრუნება|վերադարձ',
  'pengembalian|pemulangan|pulangan|retur|tra hang|hoan tra|pagbabalik|marejesho|rejesho|वापसी|ফেরত|[إا]رجاع|(?:ال)?استرجاع|החזר|(?:รับ)?คืนสินค้า',
];

/** Words of things that are lent for a time and come back: firms, goods and papers of hire, and libraries, folded. `~` is any letters or none. */
export const HIRE_WORDS: readonly string[] = [
  'rent(?:s|al|als|ed|ing|a ?car)?|car ?rental|hire[ds]?|hiring|(?:car|tool|ski|bike|cycle)hire|leas(?:e|ed|ing)|loan(?:s|ed)?|librar(?:y|ies)|borrow(?:ed|er|ing)?',
  '~(?:verleih|ausleih|leihe|vermiet)~|(?:miet|leih)~|~miete|bibliothe[kc]~|bucherei|stadtbucherei',
  "locations? (?:de|d'|du|des|velos?|skis?|voitures?|autos?|outils?|materiel)|(?:duree|contrat|debut|fin|prix) (?:de |de la )?location|loueur|loue[es]?|louage|emprunt(?:eur)?|mediatheque|bibliotheque",
  'alquiler(?:es)?|alquilad[oa]s?|alquila|arriendo|arrendamiento|renta de (?:autos?|coches?|carros?|equipos?|vestidos?|bicis?|bicicletas?|motos?|herramientas?)|prestamos?|biblioteca|lloguer|prestec|aluguer|alugue(?:l|is)?|aluguer(?:es)?|locac(?:ao|oes)|locadora|locatario|emprestimo|alokairu',
  'noleggi[oa]?|autonoleggio|affitto|prestito|noleggiat~|inchirier~|imprumut|qira(?:ja|se|dhenie)?',
  '~(?:verhuur|uitleen)~|huur~|~(?:udlejning|utleie|uthyrning)~|~leje|lejebil|leie(?:bil|tid|periode|avtale)?|hyr(?:a|bil|tid|center|maskin~)~|~(?:udlan|utlan)|laneperiode|bibliotek~|verhuring|huurmotor',
  '(?:bila)?leig[au]~|~vuokra~|lainaus~|kirjasto|(?:auto)?rendi?~|laenut~|raamatukogu|noma[s]?|iznoma~|nuoma|nuomos|biblioteka~',
  'wypozycz~|wynaj(?:em|mu|ete)|najem|najmu|pujcov~|vypujc~|zapujc~|pronaj~|pozicov~|prenaj~|vypozic~|knihovna|kniznica|izposoj~|iznajmljiv~|najam|posudb~|knjiznica',
  'kolcson~|berl(?:es|ese|eti|o)|konyvtar|~kirala~|kiralik|kira|odunc|kutuphane|icare|icara~|ijara~',
  'аренд[аыуе]|арендн~|прокат~|~прокат|оренд[аиу]|орендн~|арэнда|пракат|наем|отдаване|заем|изнаjмљив~|изнајмљив~|изнајмув~|наjам|најам|библиотека|бібліотека|жалға|жалдау~|түрээс~',
  'ενοικι~|μισθωσ~|δανεισμ~|βιβλιοθηκη|ქირა~|გაქირავება|վարձ~|(?:ال)?ت[أا]جير|(?:ال)?[إا]يجار|استئجار|اجاره|کرایه|کرایہ|השכר~|שכירות|השאלה|किराय~|ভাড়া',
  'sewa|penyewaan|menyewa|pinjam~|peminjaman|thue|cho thue|upa|paupahan|kukodisha|kukodi|(?:เช่า|ให้เช่า)~',
];

/** The same in scripts that write without blanks. */
export const HIRE_WORDS_JOINED: readonly string[] = [
  'レンタル|レンタカー|貸出|貸し出し|賃貸|図書館|リース|租[赁賃]|租[车車金]|出租|借[书書阅閱]|图书馆|圖書館|렌탈|렌트|대여|임대|도서관|เช่า|ເຊົ່າ|ជួល|ငှား',
];

/** Labels of the day on which what is hired is handed out, folded. */
export const HAND_OUT: readonly string[] = [
  'pick ?-?up(?: date)?|picked up|collect(?:ed|ion)|check(?:ed)? ?-?out|hired|out|from|start|abholung|ubernahme|ausgabe|mietbeginn|beginn|von|retrait|depart|prise en charge|debut',
  'recogida|retiro|entrega|inicio|ritiro|consegna|inizio|levantamento|retirada|recolha|preluare|ophalen|afhalen|afgifte|afhentning|udlevering|henting|utlevering|hamtning|utlamning|afhending|nouto|luovutus',
  'odbior|wydanie|vyzvednuti|prevzeti|vydani|vyzdvihnutie|prevzatie|preuzimanje|prevzem|atvetel|kiadas|alis|teslim(?: alma)?|выдача|получение|видача|отримання|получаване|предаване|преузимање|παραλαβη|受取|貸出|取车|取車|픽업|대여',
];
