/** What a form, a program or a list is known by: its edition, version or release, in many languages; over folded text. */
const EDITION =
  '(?:version|versie|versione|version[ei]n|versio|versao|versiune[a]?|versjon|versija|versioon|verzi[aoj]a?|verze|verzio|wersj[ai]|ver|revision|revisione|revize|rev|release|build|ausgabestand|auflage|edicion|edicao|edizione|editie|udgave|utgava|utgave|wydanie|vydani[e]?|kiadas|painos|surum|εκδοση|версия|версія|верзија|редакция|редакція)';
const NUMBER = '[\\s.:#-]*v?\\d[\\w.]*?';
const OF_DAY =
  '(?:vom|v\\.|stand|dated|of|from|as of|du|de|del|della|em|van|af|av|fra|fran|den|z dnia|z|ze dne|ze|zo dna|od|din|от|від)';
const SIGN = '[,;:(/-]';

const BEFORE_DAY = new RegExp(
  [
    // "Form 12-B", and "Stand:" right before the date.
    'form[\\s.:#]*(?:no\\.?\\s*)?[a-z]{0,4}-?\\d[\\w-]*',
    'stand(?: vom| am| per)?:?[\\s(]*$',
    // "Version vom", "ZUGFeRD-Version :2.1vom", "Rev. 3 /"; a program's version stands before the time of a sale, too: "v2.1 05/03/2018 14:22".
    `${EDITION}\\.?[\\s:]*$`,
    `${EDITION}\\.?[\\s:]+${OF_DAY}[\\s:]*$`,
    `(?:${EDITION}|ausgabe)\\.?${NUMBER}\\s*(?:${SIGN}\\s*)?(?:${OF_DAY}|${SIGN})[\\s:]*$`,
  ]
    .map((pattern) => `(?<!\\p{L})${pattern}`)
    .join('|'),
  'u',
);

/** Whether the words before a day say that a form or another edition is of that day; over folded text. */
export const isDayOfEdition = (folded: string): boolean => BEFORE_DAY.test(folded);
