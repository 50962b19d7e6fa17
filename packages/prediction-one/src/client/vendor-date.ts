const slashed = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const dashed = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
/** Epoch seconds reach this number in the year 5138; the same number of milliseconds was passed in 1973. */
const firstMilliseconds = 100_000_000_000;

/**
 * Reads a date of the vendor's, of which no form is documented: ISO 8601, `yyyy-MM-dd`, `yyyy/MM/dd HH:mm:ss`, epoch seconds
 * or milliseconds. One without a zone is taken as UTC.
 * @returns milliseconds since 1970, or undefined when it is none of these
 */
export function vendorDateMs(value: string): number | undefined {
  const text = value.trim();
  if (/^\d{9,14}(\.\d+)?$/.test(text)) {
    const epoch = Number(text);
    return epoch < firstMilliseconds ? epoch * 1_000 : epoch;
  }
  const match = slashed.exec(text);
  if (match) {
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
      .slice(1)
      .map((part) => Number(part ?? 0));
    const at = Date.UTC(year, month - 1, day, hour, minute, second);
    // Date.UTC turns the 32nd into the 1st; such a date is not the vendor's
    return new Date(at).getUTCDate() === day ? at : undefined;
  }
  if (!dashed.test(text)) return undefined;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10)) || text.length === 10;
  const at = Date.parse(`${text.replace(' ', 'T')}${zoned ? '' : 'Z'}`);
  return Number.isNaN(at) ? undefined : at;
}
