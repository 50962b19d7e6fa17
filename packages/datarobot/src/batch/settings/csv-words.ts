import type { CsvSettings } from '../../client/batch-request.ts';

/** The quote of RFC 4180, which is the only one that our reader knows. */
export const standardQuote = '"';

/** Whether a name of an encoding means UTF-8, as Python spells it in one of its ways. */
export const isUtf8 = (encoding: string): boolean => /^(utf[-_]?8([-_]sig)?|u8)$/i.test(encoding.trim());

/** Encodings in which a byte that looks like a quote or a line break may be something else, as Python spells them. */
const notByBytes =
  /^(utf[-_]?(7|16|32)|u(7|16|32)|unicode|ucs|(cs)?iso[-_]?2022|hz|cp?(037|273|424|500|864|875|1026|1140)|ebcdic)/i;

/** Whether bytes tell where rows end: so it is in UTF-8, Shift_JIS, Latin-1 and all others that only add to ASCII. */
export const isReadByBytes = (encoding: string): boolean => !notByBytes.test(encoding.trim());

/** The character between two fields, where it is known. */
export const delimiterOf = ({ csvSettings }: { readonly csvSettings?: CsvSettings }): string | undefined =>
  csvSettings?.delimiter === 'tab' ? '\t' : csvSettings?.delimiter;
