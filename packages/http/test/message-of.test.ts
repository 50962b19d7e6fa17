import { EngineError } from '../src/errors/engine-error.ts';
import { messageOf } from '../src/errors/message-of.ts';

test.each([
  [new EngineError({ code: 'rejected', message: 'It was refused.' }), 'It was refused.'],
  [new TypeError('no function'), 'no function'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
])('%p says %j', (thrown, said) => {
  expect(messageOf(thrown)).toBe(said);
});
