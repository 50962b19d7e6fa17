import { wireOf, type Delivery } from '../stage/deliver.ts';
import type { Answer } from '../stage/tape.ts';
import type { WireWrong } from './plan.ts';

type Spoiled = Pick<Delivery, 'wire' | 'ending' | 'early'>;

const withHeaders = (answer: Answer, ...more: readonly (readonly [string, string])[]): Buffer =>
  wireOf({ ...answer, headers: [...answer.headers, ...more] });

const headOf = (answer: Answer): Buffer => {
  const wire = wireOf(answer);
  return wire.subarray(0, wire.length - answer.body.length);
};

const raw = (text: string, body: Buffer = Buffer.alloc(0)): Spoiled => ({
  wire: Buffer.concat([Buffer.from(text, 'latin1'), body]),
});

const spoil: Readonly<Record<WireWrong, (answer: Answer) => Spoiled>> = {
  'length-too-large': (answer) => ({
    wire: withHeaders(answer, ['content-length', String(answer.body.length + 100)]),
  }),
  'length-too-small': (answer) => ({
    wire: withHeaders(answer, ['content-length', String(Math.floor(answer.body.length / 2))]),
  }),
  'length-twice': (answer) => ({
    wire: withHeaders(answer, ['content-length', '3'], ['content-length', '5']),
  }),
  'length-negative': (answer) => ({ wire: withHeaders(answer, ['content-length', '-1']) }),
  'chunk-size': ({ status, body }) =>
    raw(`HTTP/1.1 ${status} X\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`, body),
  'chunks-cut': ({ status, body }) =>
    raw(`HTTP/1.1 ${status} X\r\ntransfer-encoding: chunked\r\n\r\nffff\r\n`, body),
  'no-answer': () => raw(''),
  reset: () => ({ ...raw(''), ending: 'reset' }),
  'reset-in-body': (answer) => ({
    wire: Buffer.concat([headOf(answer), answer.body.subarray(0, answer.body.length / 2)]),
    ending: 'reset',
  }),
  silence: () => ({ ...raw(''), ending: 'silence' }),
  'silence-in-body': (answer) => ({
    wire: Buffer.concat([headOf(answer), answer.body.subarray(0, answer.body.length / 2)]),
    ending: 'silence',
  }),
  early: () => ({ early: true }),
  'not-http': () => raw('SSH-2.0-OpenSSH_9.2\r\n'),
  'http-2': () => raw('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  'one-byte': () => raw('H'),
  'header-without-colon': ({ body }) => raw('HTTP/1.1 200 OK\r\nno colon here\r\n\r\n', body),
  'header-folded': ({ body }) => raw('HTTP/1.1 200 OK\r\na: b\r\n c: d\r\n\r\n', body),
  'header-injected': ({ body }) =>
    raw('HTTP/1.1 200 OK\r\nlocation: /x\nset-cookie: a=b\rlocation: http://other.example\r\n\r\n', body),
  'header-control': ({ body }) => raw('HTTP/1.1 200 OK\r\nx-request-id: a\x00b\x07\x1b[31m\r\n\r\n', body),
  'header-huge': ({ body }) => raw(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`, body),
  'headers-many': ({ body }) => raw(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(3_000)}\r\n`, body),
  informational: (answer) => ({
    wire: Buffer.concat([Buffer.from('HTTP/1.1 103 Early\r\nlink: </x>\r\n\r\n'.repeat(50)), wireOf(answer)]),
  }),
  'two-answers': (answer) => ({ wire: Buffer.concat([wireOf(answer), wireOf({ ...answer, status: 500 })]) }),
  'status-word': ({ body }) => raw('HTTP/1.1 OK 200\r\n\r\n', body),
  'no-reason': ({ body }) => raw('HTTP/1.1 200\r\n\r\n', body),
  'endless-header': () => ({ ...raw('HTTP/1.1 200 OK\r\nx: y'), ending: 'silence' }),
};

/** Spoils an answer on its way. */
export const changeWire = (answer: Answer, how: WireWrong): Delivery => ({ answer, ...spoil[how](answer) });
