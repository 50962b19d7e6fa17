import { quoteVendorText, redactUrls } from '@modelferry/http';

/** Longest text of the vendor's that is repeated, in characters. */
const maxCharacters = 500;

/** The words of a job, fit to be shown: code can write whatever it wants into them. */
export const quoted = (text: string): string => quoteVendorText(text, redactUrls, maxCharacters);
