import { EngineError } from '@modelferry/http';
import type { Field } from '@modelferry/operation';
import { bytesSource, type Source } from '@modelferry/upload';
import * as fc from 'fast-check';
import { strangeTexts } from '../strange-texts.ts';

/** Inputs of one operation, and which of them have a value of the wrong kind. */
export interface AnyInputs {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly wrong: readonly string[];
}

const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...strangeTexts) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('1', 'a', '6650a1b2c3d4e5f601020304', '[]', '{}', '{"a":1}', 'a,b', '日本'),
  },
);

const contents = [
  '',
  'a,b\n1,2\n',
  'a,a\n1\n',
  '\ufeffa\r\n"1',
  'PK\u0003\u0004',
  '\u0000\u0001',
  '"',
  'a\n'.repeat(2_000),
];

/** Files of every sort, also such as break off when they are read, with an error as hosts throw it. */
const anyFile: fc.Arbitrary<Source> = fc
  .record({
    name: fc.oneof(anyText, fc.constantFrom('a.csv', 'a.zip', 'a.tar.gz', 'a.txt')),
    content: fc.constantFrom(...contents),
    trouble: fc.constantFrom('none', 'none', 'none', 'breaks', 'short', 'unknown length'),
  })
  .map(({ name, content, trouble }) => {
    const source = bytesSource(name, new TextEncoder().encode(content));
    if (trouble === 'short') return { ...source, length: (source.length ?? 0) + 5 };
    if (trouble === 'unknown length') return { ...source, length: undefined };
    if (trouble === 'none') return source;
    async function* open(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(3);
      throw new EngineError({ code: 'source-mismatch', message: 'The disk is gone.' });
    }
    return { ...source, open };
  });

const anyRow = fc.dictionary(
  fc.oneof(fc.constantFrom('a', 'dataUri', 'dataType', '__proto__', ''), anyText),
  fc.oneof(anyText, fc.double(), fc.boolean(), fc.constant(null)),
  { maxKeys: 4 },
);

/** Values of the kind that an input has; its rules may refuse them all the same. */
function right(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'flag':
      return fc.boolean();
    case 'count':
      return fc.oneof(
        fc.integer({ min: -2, max: 12 }),
        fc.constantFrom(field.min ?? 0, field.max ?? 2 ** 53, 2 ** 31),
      );
    case 'number':
      return fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -1, 0.5, 1));
    case 'duration':
      return fc.oneof(fc.constantFrom(field.minMs, field.maxMs, 0, 1), fc.integer());
    case 'choice':
      return fc.constantFrom(...Object.keys(field.choices));
    case 'texts':
      return fc.array(field.choices ? fc.constantFrom(...Object.keys(field.choices)) : anyText, {
        maxLength: 4,
      });
    case 'file':
      return anyFile;
    case 'link':
      return fc.oneof(
        fc.constantFrom('http://other.example/a?b', 'https://u:p@x.example/', 'http://[::1]/'),
        anyText,
      );
    case 'rows':
      return fc.array(anyRow, { maxLength: 3 });
    default:
      return anyText;
  }
}

/** Values that are certainly none of this kind. */
function wrong(field: Field): fc.Arbitrary<unknown> {
  const never: readonly unknown[] = [null, Symbol('x'), () => 1, 10n, new Date(0), new Map()];
  const more: Partial<Record<Field['kind'], readonly unknown[]>> = {
    flag: ['yes', 0, {}, []],
    count: ['1', 1.5, NaN, Infinity, true, {}],
    number: ['1', NaN, -Infinity, true, []],
    duration: ['1s', NaN, -1, {}, []],
    choice: ['no such choice', 'constructor', '__proto__', 'toString', 1, {}],
    texts: ['a', [1], [[]], {}, 1],
    file: ['a.csv', {}, [], { name: 'x' }, { open: 1 }],
    link: ['ftp://x.example', 'javascript:1', '//x.example', 'x', 1, []],
    rows: ['a,b', {}, [], [1], [{ a: {} }], [{ a: [] }], 1],
  };
  return fc.constantFrom(...never, ...(more[field.kind] ?? [1, true, {}, [], ['a']]));
}

const strangers = fc.constantFrom('__proto__', 'constructor', 'toString', '', 'no such input', 'a\nb');

/** Inputs for all fields of an operation: right, wrong and none. */
export function anyInputs(fields: readonly Field[]): fc.Arbitrary<AnyInputs> {
  const one = (field: Field) =>
    fc.oneof(
      {
        weight: field.required ? 12 : 4,
        arbitrary: right(field).map((value) => ({ field, value, isWrong: false })),
      },
      { weight: 1, arbitrary: wrong(field).map((value) => ({ field, value, isWrong: true })) },
      { weight: field.required ? 1 : 2 * fields.length, arbitrary: fc.constant(undefined) },
    );
  return fc
    .tuple(fc.tuple(...fields.map(one)), fc.option(strangers, { freq: 12, nil: undefined }))
    .map(([given, stranger]) => {
      const entries = given.flatMap((value) => value ?? []);
      const raw = Object.fromEntries(entries.map(({ field, value }) => [field.name, value]));
      if (stranger !== undefined)
        Object.defineProperty(raw, stranger, { value: 1, enumerable: true, configurable: true });
      const named = entries.flatMap(({ field, isWrong }) => (isWrong ? [field.name] : []));
      return { raw, wrong: stranger === undefined ? named : [...named, stranger] };
    });
}
