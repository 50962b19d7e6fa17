import { InputError, isInputError, quoteVendorText } from '@modelferry/http';
import type { JobReference } from './job.ts';

const version = 1;

const shape = /^[A-Za-z0-9_-]+$/;

/** A job as one word, that another process can go on with. URL-safe base64 of JSON; holds no secret. */
export function toResumeToken({ vendor, kind, id }: JobReference): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ v: version, vendor, kind, id }));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * Reads a token back.
 * @throws InputError when it is not one of ours, of another version, or of another vendor or kind than expected
 */
export function fromResumeToken(
  token: string,
  expected: { readonly vendor: string; readonly kind: string },
): JobReference {
  const refuse = (problem: string) =>
    new InputError([
      { field: 'resumeToken', problem, remedy: 'Pass the token exactly as the starting step gave it.' },
    ]);
  const word = token.trim(); // As it is copied from a log
  if (!shape.test(word)) throw refuse('is not a resume token');
  let value: unknown;
  try {
    const binary = atob(word.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refuse('is not a resume token');
  }
  const { v, vendor, kind, id } = (value ?? {}) as Record<string, unknown>;
  if (
    v !== version ||
    typeof vendor !== 'string' ||
    typeof kind !== 'string' ||
    typeof id !== 'string' ||
    id === ''
  ) {
    throw refuse('is not a resume token of this version');
  }
  if (vendor !== expected.vendor || kind !== expected.kind) {
    const named = quoteVendorText(`${vendor} ${kind}`, (text) => text, 60);
    throw refuse(`names a ${named}, and a ${expected.vendor} ${expected.kind} is needed`);
  }
  return { vendor, kind, id };
}

/** Every token starts so: base64 of `{"v":`. */
const start = 'eyJ2Ij';

/**
 * The ID that an input names, which takes an ID or a resume token.
 * @returns undefined for what is no token, but an ID by itself
 * @throws InputError under the name of the input, as {@link fromResumeToken}
 */
export function idInToken(
  given: string,
  expected: { readonly vendor: string; readonly kind: string },
  field: string,
): string | undefined {
  if (!given.startsWith(start)) return undefined;
  try {
    return fromResumeToken(given, expected).id;
  } catch (error) {
    if (!isInputError(error)) throw error;
    throw new InputError(error.faults.map((fault) => ({ ...fault, field })));
  }
}
