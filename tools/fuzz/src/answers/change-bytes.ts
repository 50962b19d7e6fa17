import { gzipSync } from 'node:zlib';
import type { Answer } from '../stage/tape.ts';
import type { BytesWrong } from './plan.ts';

const spoil: Readonly<Record<BytesWrong, (body: Buffer) => Buffer>> = {
  truncated: (body) => body.subarray(0, Math.floor(body.length * 0.6)),
  'byte-order-mark': (body) => Buffer.concat([Buffer.from('\ufeff'), body]),
  'utf-16': (body) => Buffer.from(body.toString('utf8'), 'utf16le'),
  'latin-1': (body) => Buffer.from(`${body.toString('latin1').slice(0, -1)},"é":"ü"}`, 'latin1'),
  'not-utf-8': (body) =>
    Buffer.concat([body.subarray(0, 5), Buffer.from([0xff, 0xfe, 0xc0, 0x80]), body.subarray(5)]),
  gzip: (body) => gzipSync(body),
  'gzip-unsaid': (body) => gzipSync(body),
  'gzip-said': (body) => body,
  twice: (body) => Buffer.concat([body, body]),
  deep: () => Buffer.from('[{"a":'.repeat(20_000)),
  long: (body) => Buffer.concat([body, Buffer.alloc(3_000_000, 'x ')]),
  blank: () => Buffer.alloc(1_000_000, ' '),
  nul: (body) => Buffer.concat([Buffer.alloc(64), body]),
  'half-surrogate': () => Buffer.from('{"id":"\\ud800","message":"\\udfff"}'),
  prototype: () => Buffer.from('{"__proto__":{"status":"COMPLETED"},"constructor":{"prototype":{"x":1}}}'),
  'many-names': () =>
    Buffer.from(
      JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`n${at}`, at]))),
    ),
  'many-lines': () => Buffer.from('a,b,c\n1,"2\n'.repeat(20_000)),
};

/** Spoils an answer's body. */
export function changeBytes(answer: Answer, how: BytesWrong): Answer {
  const headers =
    how === 'gzip' || how === 'gzip-said'
      ? [...answer.headers, ['content-encoding', 'gzip'] as const]
      : answer.headers;
  return { ...answer, headers, body: spoil[how](answer.body) };
}
