import type { CsvSettings } from '../client/batch-request.ts';

/** The quote of RFC 4180, which is the only one that our reader knows. */
export const standardQuote = '"';

/** Whether a name of an encoding means UTF-8, as Python spells it in one of its ways. */
export const isUtf8 = (encoding: string): boolean => /^(utf[-_]?8([-_]sig)?|u8)$/i.test(encoding.trim());

/** The character between two fields, where it is known. */
export const delimiterOf = ({ csvSettings }: { readonly csvSettings?: CsvSettings }): string | undefined =>
  csvSettings?.delimiter === 'tab' ? '\t' : csvSettings?.delimiter;
