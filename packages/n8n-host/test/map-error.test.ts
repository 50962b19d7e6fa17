import {
  ApiError,
  CancelledError,
  EngineError,
  errorCodes,
  InputError,
  TransportError,
  type ErrorCode,
} from '@modelferry/http';
import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { toNodeError } from '../src/run/map-error.ts';
import { failureWords } from '../src/transport/failure-words.ts';

const node = {
  id: '1',
  name: 'Ferry',
  type: 'x.ferry',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
} as INode;

const map = (error: unknown) =>
  toNodeError(error, {
    node,
    itemIndex: 2,
    doing: 'retrain model',
    titleOf: (input) => (input === 'timeoutMs' ? 'Timeout' : input),
    redact: (text) => text.replaceAll('secret', '***'),
  });

/** n8n replaces a message that holds one of these, in any case, inside any word. */
const traps = [
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'ETIMEDOUT',
    'ERRADDRINUSE',
    'EADDRNOTAVAIL',
    'ECONNABORTED',
  ],
  ...['EHOSTUNREACH', 'EAI_AGAIN', 'ENOENT', 'EISDIR', 'ENOTDIR', 'EACCES', 'EEXIST', 'EPERM', 'GETADDRINFO'],
];

const kinds: Partial<Record<ErrorCode, (message: string) => EngineError>> = {
  'invalid-input': (message) => new InputError([{ field: 'timeoutMs', problem: message }]),
  cancelled: () => new CancelledError('wait'),
  network: (message) => new TransportError({ kind: 'network', message, bodyTaken: 'none' }),
  timeout: (message) => new TransportError({ kind: 'timeout', message, bodyTaken: 'all' }),
  unauthorized: (message) => new ApiError({ code: 'unauthorized', message, status: 401 }),
  forbidden: (message) => new ApiError({ code: 'forbidden', message, status: 403 }),
  'not-found': (message) => new ApiError({ code: 'not-found', message, status: 404 }),
  conflict: (message) => new ApiError({ code: 'conflict', message, status: 409 }),
  'too-large': (message) => new ApiError({ code: 'too-large', message, status: 413 }),
  'rate-limited': (message) =>
    new ApiError({ code: 'rate-limited', message, status: 429, retryAfterMs: 7_000 }),
  rejected: (message) => new ApiError({ code: 'rejected', message, status: 422 }),
  'server-error': (message) => new ApiError({ code: 'server-error', message, status: 502 }),
};

const errorOf = (code: ErrorCode, message: string): EngineError =>
  kinds[code]?.(message) ?? new EngineError({ code, message, remedy: 'Try again.' });

describe.each(errorCodes)('code %s', (code) => {
  test.each(['plain words', ...traps.map((trap) => `x${trap.toLowerCase()}issions`)])(
    'keeps our message, also with %s in it',
    (said) => {
      const error = errorOf(code, `Could not go on: ${said}.`);
      const mapped = map(error);
      const ours = code === 'invalid-input' ? `Timeout: Could not go on: ${said}..` : error.message;
      expect(mapped.message).toBe(`${ours.replace(/\.$/, '')} [item 2]`);
      expect(mapped.context['itemIndex']).toBe(2);
      expect(mapped).toBeInstanceOf(
        'status' in error || 'bodyTaken' in error ? NodeApiError : NodeOperationError,
      );
    },
  );
});

test('says how to go on in the description, with the ID of the request', () => {
  const error = new ApiError({
    ...{ code: 'server-error', status: 500, requestId: 'r-1', vendorMessage: 'x' },
    message: 'Could not go on.',
    remedy: 'Try again later.',
  });
  expect(map(error)).toMatchObject({ description: 'Try again later. Request ID: r-1.', httpCode: '500' });
});

test('names every wrong input as the user knows it', () => {
  const error = new InputError([
    { field: 'timeoutMs', problem: 'must be longer', remedy: 'Make it longer.' },
    { field: 'file', problem: 'is required' },
  ]);
  expect(map(error)).toMatchObject({
    message: 'Timeout: must be longer; file: is required [item 2]',
    description: 'Make it longer.',
  });
});

test.each([
  ['unauthorized', { cause: 'credential-invalid' }],
  ['rate-limited', { cause: 'rate-limited', retryAfterMs: 7_000 }],
  ['server-error', { cause: 'temporarily-unavailable' }],
  ['network', { cause: 'temporarily-unavailable' }],
  ['invalid-input', { cause: 'configuration-invalid' }],
  ['not-found', undefined],
  ['cancelled', undefined],
] as const)('tells n8n the cause of %s', (code, failure) => {
  expect(map(errorOf(code, 'Could not go on.')).failure).toEqual(failure);
});

test("leaves n8n's own errors as they are, and adds the item", () => {
  const own = new NodeOperationError(node, 'No such binary field');
  expect(map(own)).toBe(own);
  expect(own.context['itemIndex']).toBe(2);
});

test('does not attach what it was made of, in which n8n would save the headers of a request', () => {
  const cause = Object.assign(new Error('inner'), { config: { headers: { 'x-api-key': 'k-1234567890' } } });
  const error = new TransportError({
    kind: 'network',
    message: 'Could not go on.',
    bodyTaken: 'none',
    cause,
  });
  const seen = new Set<unknown>();
  const walk = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return String(value);
    if (seen.has(value)) return '';
    seen.add(value);
    return Reflect.ownKeys(value)
      .map((key) => walk((value as Record<PropertyKey, unknown>)[key]))
      .join(' ');
  };
  expect(walk(map(error))).not.toContain('k-1234567890');
});

test('redacts message and description', () => {
  const mapped = map(new EngineError({ code: 'rejected', message: 'a secret', remedy: 'no secret' }));
  expect([mapped.message, mapped.description]).toEqual(['a *** [item 2]', 'no ***']);
});

test('makes something of whatever is thrown', () => {
  expect(map('odd').message).toBe('Could not retrain model: odd [item 2]');
  expect(map(new TypeError('x is not a function')).message).toBe(
    'Could not retrain model: x is not a function [item 2]',
  );
});

test('the words for failures of the network hold no code word', () => {
  for (const code of traps) {
    const words = failureWords(code);
    for (const trap of traps) {
      expect(`${words?.message} ${words?.remedy}`.toUpperCase()).not.toContain(trap);
    }
  }
});
