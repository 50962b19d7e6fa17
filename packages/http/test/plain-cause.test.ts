import { expectNoSecrets } from '@modelferry/testkit';
import { EngineError, plainCause, redactSecrets } from '../src/index.ts';

const secret = 'sk-0123456789abcdef';
const redact = (text: string) => redactSecrets(text, [secret]);

test('keeps name, code, message and causes, and nothing that hangs on them', () => {
  const inner = Object.assign(new Error(`connect to ${secret}`), {
    code: 'ECONNREFUSED',
    config: { secret },
  });
  const outer = Object.assign(new TypeError('failed', { cause: inner }), {
    headers: { 'x-api-key': secret },
  });
  const plain = plainCause(outer, redact);
  expect(plain).toMatchObject({ name: 'TypeError', message: 'failed' });
  expect(plain?.cause).toMatchObject({ message: 'connect to ***', code: 'ECONNREFUSED' });
  expect(plain?.stack).toContain('plain-cause.test');
  expectNoSecrets(plain, [secret]);
});

test('leaves an error of ours as it is', () => {
  const ours = new EngineError({ code: 'deadline', message: 'm' });
  expect(plainCause(ours)).toBe(ours);
});

test('takes what only looks like an error, and nothing else', () => {
  expect(plainCause({ name: 'AxiosError', message: 'm', config: {} })).toMatchObject({ name: 'AxiosError' });
  for (const value of [undefined, null, 'text', 42, {}, { message: 42, name: 'x' }]) {
    expect(plainCause(value)).toBeUndefined();
  }
});

test('comes to an end in a circle', () => {
  const circle: Error & { cause?: unknown } = new Error('round');
  circle.cause = circle;
  expect(plainCause(circle)?.message).toBe('round');
});
