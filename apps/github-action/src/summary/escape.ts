import { visible } from '../text/visible.ts';

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
    .replace(signs, entity)
    .replace(emphasis, entity)
    .replace(colons, entity)
    .replace(/\b(www)\./gi, '$1&#46;');

/** The same for an attribute's value. */
export const escapeAttribute = (text: string): string => escape(text).replaceAll('"', entity);

/**
 * The same for sentences of our own, in which the name of an input stands between backticks: it is shown as code. Whoever
 * wrote the sentence, nothing but a name can be in there.
 */
export const escapeSentence = (text: string): string =>
  escape(text).replace(/&#96;([a-z][a-z0-9-]*)&#96;/g, '`$1`');

/** Text from anywhere, shown letter by letter. Markdown leaves code alone but for what could end it, or a table's cell. */
export function code(text: string): string {
  const line = onOneLine(text);
  if (line === '') return '';
  return /[`|\\]/.test(line) ? `<code>${escape(line)}</code>` : `\`${line}\``;
}

const onOneLine = (text: string): string =>
  visible(text.replace(/\s+/g, ' ')).replaceAll('\u0085', ' ').trim();
