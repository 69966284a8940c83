import { foldPrinted } from './letters.ts';
import { onOneLine } from './plain-text.ts';

/** Lines that tell how long there has been the shop, or praise it. */
const SLOGANS = [
  /(?<!\p{L})(?:since|seit|depuis|desde|dal|sinds|sedan|siden|od roku|established(?: in)?|est\.|fundad[ao] en|gegrundet|с|з) (?:1[6-9]|20)\d{2}(?!\d)/u,
  /^(?:your|ihr|ihre|votre|vos|il tuo|la tua|uw|twoj|home of) (?:\S+ ){2,}\S+$/u,
  /^(?:wir|we|nous) \S+ \S+/u,
  /^\p{L}[\p{L}' ]+ [\p{L}' ]+\. \p{L}[\p{L}' ]* [\p{L}' ]+\.$/u,
];

/** Words before the one to whom a shop belongs, or who runs it under the name of another. */
const OWNER =
  /^[^\p{L}]{0,2}(?:(?:owned|operated|managed|run|franchised) (?:and operated )?by|(?:owned|operated)(?: (?:and|&) (?:owned|operated))? by|franchisee|licensee|proprietor|prop\.|owner|inh\.|inhaber(?:in)?|betreiber(?:in)?|geschaftsfuhrer(?:in)?|exploite(?:e)? par|gerant(?:e)?|titolare|titular|propietari[oa]|gerente|gestito da|eigenaar|innehavare|indehaver|innehaver|wlasciciel|majitel|provozovatel|prevadzkovatel|uzemelteto|tulajdonos)(?!\p{L})\s*[:.]?\s*(?=\p{L})/u;

/** A word and a number: of the guests, the table and who waits on it. */
const VISIT =
  /^(?:guests?|covers?|pax|party(?: of)?|seats?|table|tbl|check|chk|gaste|personen|tisch|platz|reg(?:ister)?|till|terminal|lane|kasse|caisse|caja|cassa|kassa|couverts?|tables?|coperti|tavolo|comensales|cubiertos|personas|mesa|pessoas|gasten|tafel|bord|gaster|gjester|poyta|stolik|stul|asztal|masa|стол|столик|гостей|гости|τραπεζι|桌号|桌號|人数|テーブル|卓|테이블|โต๊ะ|ban)\.?\s*(?:no\.?|nr\.?|n[°ºo]|#|:)*\s*\d+(?!\d|\p{L})/u;

/** A greeting that stops before the name. */
const INTRODUCTION =
  /^(?:\p{L}+ ){0,4}(?:welcome|shopping|visiting|willkommen|einkauf|besuch|bienvenue|visite|bienvenid[oa]s?|compra|benvenut[oi]|acquisto|bem-vindo|welkom|aankoop|valkommen|velkommen|witamy|vitajte|vitame)(?: \p{L}+)? (?:to|at|with|bei|im|in|chez|a|en|da|presso|ao|bij|till|hos|til|w|v)[:\s]*$|^(?:bei|in) (?:ihrer|ihrem|deiner|deinem)$/u;

const GREETS =
  /(?<!\p{L})(?:welcome|thanks?|thank you|hello|hi|dear|willkommen|danke|guten tag|hallo|bienvenue|merci|bonjour|bienvenid[oa]s?|gracias|hola|benvenut[oi]|grazie|bem-vindo|obrigad[oa]|welkom|bedankt|valkommen|tack|velkommen|takk?|witamy|dziekujemy|selamat datang|terima kasih|спасибо|дякуемо|добро пожаловать|ευχαριστουμε)(?!\p{L})|いらっしゃいませ|ありがとう|欢迎|歡迎|谢谢|謝謝|감사합니다|ขอบคุณ|ยินดีต้อนรับ/u;

/** A label with a colon and what it labels: "Server: Ana", "Shop: WoodAndWool". */
const LABELLED = /^\p{L}[\p{L} .'()/-]{1,24}[:：]\s*\S/u;

/** Whether a line says of a shop how old or how good it is, and is no name. */
export const isSlogan = (text: string): boolean => {
  const folded = foldPrinted(onOneLine(text));
  return SLOGANS.some((slogan) => slogan.test(folded));
};
/** Whether a line gives the one who owns or runs a shop: "Inh. Karl Weber", "Operated by: Aster Foods". */
export const namesOwner = (text: string): boolean => OWNER.test(foldPrinted(onOneLine(text)));
/** Whether a line greets or thanks on behalf of the name below it: "BIENVENUE CHEZ", "Ihr Einkauf bei". */
export const introducesName = (text: string): boolean => INTRODUCTION.test(foldPrinted(onOneLine(text)));
/** Whether a line greets or thanks, and may name the shop besides. */
export const greets = (text: string): boolean => GREETS.test(foldPrinted(onOneLine(text)));
/** Whether a line is about the visit: "Guests 2", "Tisch 12". */
export const isAboutVisit = (text: string): boolean => VISIT.test(foldPrinted(onOneLine(text)));
/** Whether a line is a label with a colon and its value. */
export const isLabelled = (text: string): boolean => LABELLED.test(onOneLine(text));
