import type { ServerResponse } from 'node:http';
import type { Answer } from './tape.ts';

/** An answer on its way, and what happens to it there. */
export interface Delivery {
  readonly answer: Answer;
  /** Whether it comes before the request's body has been read. @default false */
  readonly early?: boolean;
  /** The bytes on the wire, where they are not those of a well-formed answer. */
  readonly wire?: Buffer;
  /** What comes after the bytes: the end of the connection, its breakdown, or nothing ever. @default 'end' */
  readonly ending?: 'end' | 'reset' | 'silence';
}

/** A well-formed answer as bytes. */
export function wireOf({ status, headers, body }: Answer): Buffer {
  const isEmpty = status === 204 || status === 304;
  const named = new Set(headers.map(([name]) => name.toLowerCase()));
  const length = named.has('content-length') || isEmpty ? [] : [`content-length: ${body.length}`];
  const lines = [
    `HTTP/1.1 ${status} Said`,
    'connection: close',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...length,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), isEmpty ? Buffer.alloc(0) : body]);
}

/**
 * Writes an answer as it is meant to be, however wrong.
 * @returns whether the connection can be used again
 */
export function deliver(response: ServerResponse, delivery: Delivery): boolean {
  const { socket } = response;
  if (!socket || (delivery.wire === undefined && deliverWell(response, delivery.answer))) return true;
  const { answer, wire = wireOf(answer), ending = 'end' } = delivery;
  // The connection is ours from here on: no header of Node.js's own, no framing that corrects ours
  response.detachSocket(socket);
  socket.write(wire);
  if (ending === 'end') socket.end();
  if (ending === 'reset') setImmediate(() => socket.resetAndDestroy());
  return false;
}

/** @returns whether it was an answer that can be well-formed */
function deliverWell(response: ServerResponse, { status, headers, body }: Answer): boolean {
  if (headers.some(([name]) => perConnection.has(name.toLowerCase())) || status < 200) return false;
  try {
    response.writeHead(status, headers.flat());
  } catch {
    return false; // A character that no header may hold
  }
  response.end(body);
  return true;
}

/** Headers that say how an answer travels, and not what it is. */
export const perConnection: ReadonlySet<string> = new Set([
  ...['connection', 'keep-alive', 'transfer-encoding', 'content-length'],
]);
