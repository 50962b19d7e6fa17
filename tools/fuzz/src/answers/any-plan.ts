import * as fc from 'fast-check';
import { strangeTexts } from '../strange-texts.ts';
import { bytesWrongs, placeholders, wireWrongs, type AnswerPlan, type Wrong } from './plan.ts';

const { plain, encoded, base64, url } = placeholders;

const texts = [
  ...strangeTexts,
  ...[plain, encoded, base64, url, `bad key ${plain}`, `see ${url} for ${plain}`, `Basic ${base64}`],
];

const numbers = [0, -0, -1, 0.5, 1, 2, 1e21, 2 ** 31, 2 ** 53, 1e308, -1e308, 5e-324];

const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

const anyJunk = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...numbers, null, true, false) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      [],
      {},
      [[]],
      [null],
      [{}],
      { length: 3 },
      { then: 1 },
      deep(60),
      deep(3_000),
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown> },
);

const bodies = [
  ...['', 'null', 'true', '0', '""', '[]', '{}', '[null]', '[{}]', '{"data":[]}', '{"message":null}', '{'],
  ...[
    '<html><body>Gateway</body></html>',
    '<?xml version="1.0"?><Error><Code>X</Code></Error>',
    'a,b\r\n1,2\r\n',
  ],
  ...['{"a":1}{"a":2}', '{"a":1,}', "{'a':1}", '{"error":{"error":{"error":"x"}}}', ")]}',\n{}"],
  ...[`{"message":"${plain}"}`, `<h1>${plain}</h1>`, `{"error":"${url}"}`, `{"message":"${base64}"}`],
  ...[
    `{"errors":{"a":["${plain}"]}}`,
    `{"${plain}":1}`,
    `${encoded}`,
    `Invalid token '${plain}' in ${url}\n`,
  ],
];

const statuses = [
  ...[
    200, 201, 202, 203, 204, 205, 206, 226, 299, 300, 301, 302, 303, 304, 307, 308, 399, 400, 401, 402, 403,
    404,
  ],
  ...[
    405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 422, 423, 424, 425, 426, 428, 429,
    431,
  ],
  ...[451, 499, 500, 501, 502, 503, 504, 505, 507, 508, 511, 520, 529, 570, 599, 600, 999],
];

const headers: readonly (readonly [name: string, values: readonly string[]])[] = [
  [
    'retry-after',
    ['0', '-1', '1e9', '5, 6', 'soon', '99999999999999999999', 'Thu, 01 Jan 1970 00:00:00 GMT', ''],
  ],
  [
    'location',
    ['', '/', '..', 'http://other.example/x/', 'https://other.example/?a', '//other.example', plain, url],
  ],
  [
    'content-type',
    ['', 'text/html', 'application/json; charset=utf-16', 'multipart/form-data', 'x'.repeat(5_000)],
  ],
  ['content-encoding', ['gzip', 'br', 'deflate', 'zstd', 'identity', 'gzip, gzip', 'x']],
  [
    'content-disposition',
    [
      ...['attachment; filename="../../x"', 'attachment; filename="/etc/passwd"', 'attachment', 'filename='],
      ...[
        `attachment; filename*=UTF-8''%2e%2e%2fx`,
        'attachment; filename=".."',
        "attachment; filename*=x'y'%zz",
      ],
      ...[
        `attachment; filename="${'a'.repeat(3_000)}.csv"`,
        'attachment; filename="a\tb"',
        `inline; filename="${plain}"`,
      ],
    ],
  ],
  ['content-range', ['bytes 0-1/2', 'bytes */0', 'x']],
  ['x-request-id', ['', plain, 'x'.repeat(9_000)]],
  ['link', ['<http://other.example/>; rel="next"']],
  ['deprecation', ['true', '@1', plain]],
  ['www-authenticate', [`Bearer error="${plain}"`]],
  ['set-cookie', ['a=b']],
  ['etag', ['', '"x"']],
  ['trailer', ['x']],
];

const place = fc.nat({ max: 400 });

const anyWrong: fc.Arbitrary<Wrong> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('put' as const), at: place, junk: anyJunk }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), at: place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      ...{ kind: fc.constant('rename' as const), at: place },
      name: fc.constantFrom('', '__proto__', 'constructor', 'toString', 'x', plain),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('swap' as const), at: place, with: place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('repeat' as const),
      at: place,
      times: fc.constantFrom(2, 60, 1_500),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('body' as const), text: fc.constantFrom(...bodies) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('bytes' as const), how: fc.constantFrom(...bytesWrongs) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom(...statuses) }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...headers).chain(([name, values]) =>
      fc.record({
        kind: fc.constant('header' as const),
        name: fc.constant(name),
        value: fc.constantFrom(...values),
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('wire' as const), how: fc.constantFrom(...wireWrongs) }),
  },
);

/** Answers as nobody expects them, one wrong at a time or a few together. */
export const anyPlan: fc.Arbitrary<AnswerPlan> = fc.record({
  at: fc.nat({ max: 40 }),
  forever: fc.boolean(),
  wrongs: fc.oneof(
    { weight: 3, arbitrary: fc.array(anyWrong, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(anyWrong, { minLength: 2, maxLength: 5 }) },
  ),
});
