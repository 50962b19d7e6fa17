import * as v from 'valibot';
import { decodeAs } from '../src/index.ts';

const read = decodeAs(v.object({ job: v.object({ id: v.string() }) }));

test('gives what the schema makes of an answer', () =>
  expect(read({ job: { id: '1', more: 2 } })).toEqual({ job: { id: '1' } }));

test.each([
  ['a missing field', { job: {} }, 'the field "job.id" is missing or not as documented'],
  ['a field of another kind', { job: { id: 1 } }, 'the field "job.id" is missing or not as documented'],
  ['what is no object', 'ok', 'the answer is no object'],
])('names %s', (_, answer, message) => expect(() => read(answer)).toThrow(message));
