import type { WireRequest } from './wire-row.ts';

/** A request as it goes over the wire, a character for each byte of its body. */
export interface SentRequest {
  /** Method, path and query. */
  readonly line: string;
  readonly contentType: string | undefined;
  readonly body: string;
}

/** The bytes of a request of the table. @param boundary of a form */
export function encodeRequest({ line, json, form, contentType }: WireRequest, boundary: string): SentRequest {
  if (json !== undefined) return { line, contentType: 'application/json', body: utf8(json) };
  if (form === undefined) return { line, contentType, body: '' };
  const parts = form.map(
    (part) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"; filename="${part.fileName}"\r\n` +
      `Content-Type: ${part.contentType}\r\n\r\n${part.content}\r\n`,
  );
  return {
    line,
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: `${parts.join('')}--${boundary}--\r\n`,
  };
}

const utf8 = (text: string): string => Buffer.from(text).toString('latin1');
