import { encodeText } from '@modelferry/http';

/** Words about a file, by their keys: `{ filename: 'sample.jpg' }`. */
export type Metadata = Readonly<Record<string, string>>;

const prefix = 'x-abeja-meta-';

/** As `encodeURIComponent`, and round brackets, too, which no name of a header may have. */
const encode = (text: string): string =>
  encodeText(text).replace(/[()]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** As headers, which is also their form in JSON: percent-encoded UTF-8. */
export const metadataOnWire = (metadata: Metadata = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(metadata).map(([key, value]) => [
      `${prefix}${encode(key)}`.toLowerCase(),
      encodeText(value),
    ]),
  );

/** Out of an answer, decoded. What is not encoded as it should be stays as it is. */
export const metadataOf = (wire: Readonly<Record<string, unknown>>): Metadata =>
  Object.fromEntries(
    Object.entries(wire).map(([name, value]) => [
      decode(name.toLowerCase().startsWith(prefix) ? name.slice(prefix.length) : name),
      decode(String(value)),
    ]),
  );

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
