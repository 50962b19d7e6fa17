/** Signs that mean something in Markdown or HTML, wherever they stand. */
const signs = /[&<>`*[\]#|~\\@$]/g;
/** A low line between letters is one; elsewhere it may be emphasis. */
const emphasis = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;
/** What makes a link of an address, or a picture of a word. */
const colons = /:(?=\/\/)|:(?=[a-z_+-][\w+-]*:)/gi;

const entity = (sign: string): string => `&#${sign.codePointAt(0)};`;

/**
 * Text from anywhere as a summary may hold it: on one line, as it stands. An entity is never taken for a sign of Markdown,
 * so that nothing in it becomes a link, an image, a table cell or a tag.
 */
export const escape = (text: string): string =>
  onOneLine(text)
    .trim()
    .replace(signs, entity)
    .replace(emphasis, entity)
    .replace(colons, entity)
    .replace(/\b(www)\./gi, '$1&#46;');

/** Without what nobody sees. Plain text, which most is, does without the tables behind these expressions. */
const onOneLine = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text)
    ? text
    : text
        .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ');

/** The same for an attribute's value. */
export const escapeAttribute = (text: string): string => escape(text).replaceAll('"', entity);
