import { readBytes } from './decode.ts';
import type { FailedAnswer, VendorFailure } from './errors/from-response.ts';
import { parseJson } from './parse-json.ts';
import { quoteVendorText, type Redactor } from './redact.ts';
import type { TransportResponse } from './transport.ts';

/** Longest answer that is read as JSON or text, in bytes. */
export const maxAnswerBytes = 64 * 1024 * 1024;

/** An answer that was read whole; `text` is undefined where it was longer than {@link maxAnswerBytes}. */
export interface WholeAnswer extends Omit<FailedAnswer, 'text'> {
  readonly text: string | undefined;
}

export async function readWhole({ status, headers, body }: TransportResponse): Promise<WholeAnswer> {
  const bytes = await readBytes(body, maxAnswerBytes);
  return { status, headers, text: bytes && new TextDecoder().decode(bytes) };
}

/** Says that an answer is too long to be read. */
export const tooLong: VendorFailure = { code: 'unexpected-answer', vendorMessage: 'longer than 64 MiB' };

/** What came of an answer: the value that was promised, or why it cannot be had from it. */
export type Decoded<T> = { readonly value: T } | { readonly failure: VendorFailure };

/** Reads a value out of an answer's text. */
export function decodeJson<T>(text: string, decode: (value: unknown) => T, redact: Redactor): Decoded<T> {
  let why = 'not JSON'; // The parser's own words repeat pieces of the text, too short to be known as secrets
  try {
    const isEmpty = text.trim() === '';
    const parsed = isEmpty ? undefined : parseJson(text);
    if (!isEmpty) why = 'not the JSON that is expected';
    return { value: decode(parsed) };
  } catch (error) {
    if (why !== 'not JSON' && error instanceof Error) why = error.message;
    const beginning = quoteVendorText(text.slice(0, 10_000), redact, 200) || 'an empty body';
    return { failure: { code: 'unexpected-answer', vendorMessage: `${beginning} (${why})` } };
  }
}
