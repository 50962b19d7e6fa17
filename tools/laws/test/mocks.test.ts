import { lintPlanted } from './lint-planted.ts';

test.each(['mock', 'doMock', 'unstable_mockModule'])('no test may replace a module: jest.%s', (property) => {
  const findings = lintPlanted(
    'packages/http/test/planted.test.ts',
    `jest.${property}('../src/client.ts');\n`,
  );
  expect(findings.map(({ rule }) => rule)).toEqual(['no-restricted-properties']);
});
