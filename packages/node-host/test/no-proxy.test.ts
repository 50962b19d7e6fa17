import fc from 'fast-check';
import { isExempt } from '../src/no-proxy.ts';

const exempt = (address: string, except: string): boolean => {
  const { hostname, port, protocol } = new URL(address);
  return isExempt(
    hostname.replace(/^\[|\]$/g, ''),
    Number(port) || (protocol === 'https:' ? 443 : 80),
    except,
  );
};

test.each([
  ['https://api.example.com', 'example.com'],
  ['https://api.example.com', '.example.com'],
  ['https://example.com', '.example.com'],
  ['https://example.com', 'EXAMPLE.com'],
  ['https://example.com.', 'example.com'],
  ['https://example.com', 'example.com.'],
  ['https://api.example.com', '*.example.com'],
  ['https://example.com', '*'],
  ['https://[::1]:8080', '*'],
  ['https://example.com', 'other.example, example.com'],
  ['https://example.com', 'other.example example.com'],
  ['https://example.com', 'example.com:443'],
  ['http://example.com:8080', 'example.com:8080'],
  ['http://10.1.2.3', '10.1.2.3'],
  ['http://10.1.2.3', '10.0.0.0/8'],
  ['http://10.1.2.3:81', '10.1.2.3:81'],
  ['http://[::1]/', '::1'],
  ['http://[::1]/', '[::1]'],
  ['http://[::1]:81/', '[0:0:0:0:0:0:0:1]:81'],
  ['http://[fd00::5]/', 'fd00::/8'],
])('%s is asked directly where NO_PROXY is "%s"', (address, except) => {
  expect(exempt(address, except)).toBe(true);
});

test.each([
  ['https://example.com', ''],
  ['https://example.com', ' , '],
  ['https://notexample.com', 'example.com'],
  ['https://notexample.com', '.example.com'],
  ['https://notexample.com', '*.example.com'],
  ['https://example.com', '*.example.com'],
  ['https://example.com', '*example.com'],
  ['https://example.com.other.net', 'example.com'],
  ['https://example.com', 'example.com:80'],
  ['https://example.com', '.'],
  ['https://example.com', '*.'],
  ['http://10.1.2.3', '11.0.0.0/8'],
  ['http://10.1.2.3', '2.3'],
  ['http://10.1.2.3', '10.0.0.0/33'],
  ['http://10.1.2.3', '10.0.0.0/x'],
  ['http://10.1.2.3', 'fd00::/8'],
  ['http://10.1.2.3', '10.1.2.3:81'],
  ['http://[::1]/', '[::1]:81'],
  ['http://[fe00::5]/', 'fd00::/8'],
])('%s goes through the proxy where NO_PROXY is "%s"', (address, except) => {
  expect(exempt(address, except)).toBe(false);
});

test('no list makes it fail', () => {
  fc.assert(
    fc.property(fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6()), fc.string(), (name, except) => {
      expect(typeof isExempt(name, 443, except)).toBe('boolean');
    }),
  );
});
