/** A gateway's page as its words. The bounds keep a hostile page from taking long. */
export const pageWords = (text: string): string =>
  text
    .slice(0, 20_000)
    .replace(/<(style|script)\b[^<]{0,5000}<\/\1>/gi, ' ')
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
