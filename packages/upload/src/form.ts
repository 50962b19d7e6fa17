import type { ByteSource, FormPart } from '@modelferry/http';
import { concatSource } from './concat-source.ts';
import { bytesSource, type Source } from './source.ts';

/** A form as bytes. */
export interface EncodedForm {
  /** The value of the Content-Type header, with the boundary in it. */
  readonly contentType: string;
  /** Its length is known where all parts' are; it is replayable where all parts are. */
  readonly source: Source;
}

/** Characters that end a boundary's part or a header; of 70 allowed characters these are enough. */
const boundaryShape = /^[0-9A-Za-z'_-]{1,70}$/;

/** A boundary that no content contains but by a chance of 2^-122. */
export const formBoundary = (): string => `----modelferry${crypto.randomUUID()}`;

/**
 * Encodes a form as `multipart/form-data` (RFC 7578), with names and file names escaped as browsers do it (WHATWG HTML,
 * "multipart/form-data encoding algorithm"): UTF-8 as it is, quotes and line breaks percent-encoded, so that no name can
 * add a header.
 * @param boundary @default a random one
 * @throws Error for a boundary or a content type that could break the header it stands in
 */
export function encodeForm(parts: readonly FormPart[], boundary = formBoundary()): EncodedForm {
  if (!boundaryShape.test(boundary))
    throw new Error('The boundary of a form must be up to 70 plain characters.');
  const encoder = new TextEncoder();
  const text = (value: string) => bytesSource('form', encoder.encode(value));
  const pieces = parts.flatMap((part): ByteSource[] => [
    text(`--${boundary}\r\n${headersOf(part)}\r\n`),
    typeof part.value === 'string' ? text(part.value) : part.value,
    text('\r\n'),
  ]);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    source: concatSource('form', [...pieces, text(`--${boundary}--\r\n`)]),
  };
}

function headersOf({ name, value, fileName, contentType }: FormPart): string {
  const isFile = fileName !== undefined || typeof value !== 'string';
  const disposition = `form-data; name="${escapeName(name)}"`;
  // A part is taken for a file by its file name; without one, content of any kind is a text field
  const file = isFile ? `; filename="${escapeName(fileName ?? 'blob')}"` : '';
  const type = contentType ?? (isFile ? 'application/octet-stream' : undefined);
  if (type !== undefined && !/^[\x20-\x7e]*$/.test(type)) {
    throw new Error('The content type of a form part must be plain ASCII on one line.');
  }
  const typeLine = type === undefined ? '' : `Content-Type: ${type}\r\n`;
  return `Content-Disposition: ${disposition}${file}\r\n${typeLine}`;
}

const escapeName = (name: string): string =>
  name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
