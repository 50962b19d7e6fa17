import { installStamp, isStampedAs } from '../src/n8n/install-stamp.ts';

const stamp = installStamp('{"n8n":"2.40.7"}');

test('an install is known again by the stamp it was given', () => {
  expect(isStampedAs(JSON.stringify(stamp), installStamp('{"n8n":"2.40.7"}'))).toBe(true);
});

test('another lock file asks for another install', () => {
  expect(isStampedAs(JSON.stringify(stamp), installStamp('{"n8n":"2.41.0"}'))).toBe(false);
});

test.each(['nodeAbi', 'platform'])('another %s asks for another install', (key) => {
  expect(isStampedAs(JSON.stringify({ ...stamp, [key]: 'other' }), stamp)).toBe(false);
});

test.each([undefined, '', 'null', '{}', JSON.stringify(stamp).slice(0, 20)])('%p is no stamp', (text) => {
  expect(isStampedAs(text, stamp)).toBe(false);
});
