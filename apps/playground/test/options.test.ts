import { parseOptions } from '../src/options.ts';

test('without arguments it runs all examples and keeps the editor open on the usual port', () => {
  expect(parseOptions([])).toEqual({
    once: false,
    only: undefined,
    port: 5678,
    missingPackages: false,
    help: false,
  });
});

test('every option is read', () => {
  expect(parseOptions(['--once', '--only', 'approval', '--port=5700', '--missing-packages', '-h'])).toEqual({
    once: true,
    only: 'approval',
    port: 5700,
    missingPackages: true,
    help: true,
  });
});

test.each(['0', '65536', '1.5', 'x', ''])('the port %p is refused by name', (port) => {
  expect(() => parseOptions(['--port', port])).toThrow(
    `--port takes a number from 1 to 65535, not "${port}".`,
  );
});

test.each([['--twice'], ['--only'], ['extra']])('%p is refused, with a pointer to the help', (...argv) => {
  expect(() => parseOptions(argv)).toThrow(/--help/);
});
