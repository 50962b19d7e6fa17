import { quoteVendorText, redactUrls } from '@modelferry/http';

/** Longest text of the vendor's that is repeated, in characters. */
const maxCharacters = 500;

/** The vendor's own words, as in a job's log, fit to be shown: signed URLs of cloud storage may stand in them. */
export const quoted = (text: string): string => quoteVendorText(text, redactUrls, maxCharacters);
