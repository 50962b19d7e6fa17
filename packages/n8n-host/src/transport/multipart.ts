import type { ByteSource, FormPart } from '@modelferry/http';
import { exactLength } from '@modelferry/upload';

/** A form as it travels. */
export interface EncodedForm {
  readonly contentType: string;
  readonly source: ByteSource;
}

const encoder = new TextEncoder();

/** Quotes and line ends in a name are written as browsers write them (the WHATWG form encoding). */
const quoted = (text: string): string => `"${text.replace(/\r\n|\r|\n/g, '%0D%0A').replaceAll('"', '%22')}"`;

function headOf({ name, value, fileName, contentType }: FormPart, boundary: string): Uint8Array {
  const isFile = typeof value !== 'string';
  const file =
    fileName === undefined ? (isFile ? '; filename="file"' : '') : `; filename=${quoted(fileName)}`;
  const type = contentType ?? (isFile ? 'application/octet-stream' : undefined);
  return encoder.encode(
    `--${boundary}\r\nContent-Disposition: form-data; name=${quoted(name)}${file}\r\n` +
      (type === undefined ? '' : `Content-Type: ${type}\r\n`) +
      '\r\n',
  );
}

/** Encodes a form as `multipart/form-data`, streamed, with its exact length wherever all parts know theirs. */
export function encodeForm(parts: readonly FormPart[], boundary: string): EncodedForm {
  const tail = encoder.encode(`--${boundary}--\r\n`);
  const lineEnd = encoder.encode('\r\n');
  const pieces = parts.map((part) => ({
    head: headOf(part, boundary),
    value: typeof part.value === 'string' ? encoder.encode(part.value) : part.value,
    name: part.fileName ?? part.name,
  }));
  const lengths = pieces.map(({ head, value }) =>
    value.length === undefined ? Number.NaN : head.length + value.length + lineEnd.length,
  );
  const length = lengths.reduce((sum, one) => sum + one, tail.length);
  async function* open(): AsyncGenerator<Uint8Array> {
    for (const { head, value, name } of pieces) {
      yield head;
      if (value instanceof Uint8Array) yield value;
      else if (value.length === undefined) yield* value.open();
      else yield* exactLength(value.open(), value.length, name);
      yield lineEnd;
    }
    yield tail;
  }
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    source: {
      length: Number.isNaN(length) ? undefined : length,
      replayable: pieces.every(({ value }) => value instanceof Uint8Array || value.replayable),
      ranged: false,
      open,
    },
  };
}
