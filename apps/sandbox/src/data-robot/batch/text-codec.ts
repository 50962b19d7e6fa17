import { toShiftJis } from '../../tables/shift-jis.ts';

/** One text encoding, both ways. */
export interface TextCodec {
  readonly isUtf8: boolean;
  /** @param latin1 bytes as latin1 characters; a byte order mark is dropped */
  readonly decode: (latin1: string) => string;
  readonly encode: (text: string) => Buffer;
}

const shiftJis: TextCodec = {
  isUtf8: false,
  decode: (latin1) => new TextDecoder('shift_jis').decode(Buffer.from(latin1, 'latin1')),
  encode: toShiftJis,
};
const latin1: TextCodec = {
  isUtf8: false,
  decode: (bytes) => bytes,
  encode: (text) => Buffer.from(text, 'latin1'),
};
const utf8: TextCodec = {
  isUtf8: true,
  decode: (bytes) => new TextDecoder().decode(Buffer.from(bytes, 'latin1')),
  encode: (text) => Buffer.from(text),
};

/** The names are those of Python, without `-` and `_`. */
const codecs: Readonly<Record<string, TextCodec>> = {
  utf8,
  latin1,
  iso88591: latin1,
  shiftjis: shiftJis,
  sjis: shiftJis,
  cp932: shiftJis,
  mskanji: shiftJis,
  ms932: shiftJis,
};

/** `utf-8`, `shift_jis`, `latin_1`, `mskanji`, ...; nothing for what the sandbox does not know. */
export function textCodec(name: string): TextCodec | undefined {
  return codecs[name.toLowerCase().replace(/[-_ ]/g, '')];
}
