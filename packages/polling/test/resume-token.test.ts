import { isInputError } from '@modelferry/http';
import fc from 'fast-check';
import { fromResumeToken, idInToken, toResumeToken } from '../src/index.ts';

const reference = { vendor: 'prediction-one', kind: 'retraining', id: '0f5a2c7e-31b4' };
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('goes round, whatever the names are, as one word that any shell and URL takes', () => {
  const name = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(name, name, fc.string({ unit: 'grapheme', minLength: 1 }), (vendor, kind, id) => {
      const token = toResumeToken({ vendor, kind, id });
      expect(token).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(fromResumeToken(` ${token}\n`, { vendor, kind })).toEqual({ vendor, kind, id });
    }),
  );
});

test('stays readable for versions to come', () => {
  const token =
    'eyJ2IjoxLCJ2ZW5kb3IiOiJwcmVkaWN0aW9uLW9uZSIsImtpbmQiOiJyZXRyYWluaW5nIiwiaWQiOiIwZjVhMmM3ZS0zMWI0In0';
  expect(toResumeToken(reference)).toBe(token);
  expect(fromResumeToken(token, reference)).toEqual(reference);
});

test.each([
  ['nothing', ''],
  ['white space', '  \n'],
  ['another text', 'job 42'],
  ['a bare ID', '0f5a2c7e-31b4'],
  ['half a token', toResumeToken(reference).slice(0, 30)],
  ['no object', encode('text')],
  ['null', encode(null)],
  ['a list', encode([1])],
  ['another version', encode({ v: 2, ...reference })],
  ['no ID', encode({ v: 1, ...reference, id: '' })],
  ['a number for an ID', encode({ v: 1, ...reference, id: 42 })],
  [
    'no UTF-8',
    Buffer.from('{"v":1,"vendor":"prediction-one","kind":"retraining","id":"\xff"}', 'latin1').toString(
      'base64url',
    ),
  ],
])('refuses %s, with the field and a remedy', (_, token) => {
  try {
    fromResumeToken(token, reference);
  } catch (error) {
    expect(isInputError(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^resumeToken: is not a resume token/),
      remedy: expect.stringContaining('exactly as the starting step gave it'),
    });
    return;
  }
  throw new Error('It was taken.');
});

test.each([
  [
    { vendor: 'datarobot' },
    'resumeToken: names a datarobot retraining, and a prediction-one retraining is needed.',
  ],
  [
    { kind: 'training' },
    'resumeToken: names a prediction-one training, and a prediction-one retraining is needed.',
  ],
])('refuses the token of another job: %j', (change, message) => {
  const token = toResumeToken({ ...reference, ...change });
  expect(() => fromResumeToken(token, reference)).toThrow(message);
});

test('a token that was changed is refused, or still names a job of the expected kind: it never breaks', () => {
  const token = toResumeToken(reference);
  const place = fc.nat(token.length - 1);
  const letter = fc.constantFrom(...'ABCabc019-_ .=\u00e9');
  fc.assert(
    fc.property(place, letter, (at, changed) => {
      try {
        const read = fromResumeToken(token.slice(0, at) + changed + token.slice(at + 1), reference);
        expect(read).toMatchObject({ vendor: reference.vendor, kind: reference.kind });
        expect(read.id).not.toBe('');
      } catch (error) {
        if (!isInputError(error)) throw error;
      }
    }),
    { numRuns: 1_000 },
  );
});

describe('an input that takes an ID or a token', () => {
  const expected = { vendor: 'abeja', kind: 'training-job' };

  test('an ID is none, a token names one', () => {
    expect(idInToken('1443722127663', expected, 'jobId')).toBeUndefined();
    expect(idInToken(toResumeToken({ ...expected, id: 'churn/1' }), expected, 'jobId')).toBe('churn/1');
  });

  test('what is wrong is told under the name of the input', () => {
    const other = toResumeToken({ vendor: 'abeja', kind: 'service', id: '1' });
    const fault = expect.objectContaining({ field: 'jobId', remedy: expect.any(String) as string }) as object;
    for (const given of [other, 'eyJ2Ijnonsense']) {
      expect(() => idInToken(given, expected, 'jobId')).toThrow(
        expect.objectContaining({ faults: [fault] }) as Error,
      );
    }
  });
});
