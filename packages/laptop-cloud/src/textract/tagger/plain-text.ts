// Most lines hold nothing else, and these are looked at often.
const PLAIN = /^[ -_a-~]*$/;

/** Brings full-width and typographic characters to their plain forms; the length stays the same. */
export const plainText = (text: string): string => (PLAIN.test(text) ? text : plainForms(text));

const plainForms = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[，、]/g, ',')
    .replace(/[。．·•]/g, '.')
    .replace(/[–—−－﹣]/g, '-')
    .replace(/[‘’`´]/g, "'")
    .replace(/[\u00a0\u2007\u202f\u3000]/g, ' ')
    .replace(/：/g, ':');

/** Drops accents, and unfolds letters that are no accented form. */
export const withoutAccents = (text: string): string => (PLAIN.test(text) ? text : unaccented(text));

const unaccented = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o');

/**
 * The bare letters of a text in lower case, so that labels match however they are spaced and punctuated. Digits that
 * stand inside words are read as the letters they resemble.
 */
export const squash = (text: string): string =>
  withoutAccents(plainText(text))
    .toLowerCase()
    .replace(/(?<=[a-z])0|0(?=[a-z]{2})/g, 'o')
    .replace(/(?<=[a-z])[1|!](?=[a-z]|\b)/g, 'l')
    .replace(/(?<=[a-z])5(?=[a-z])/g, 's')
    .replace(/[^a-z\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/g, '');
