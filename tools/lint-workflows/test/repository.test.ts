import { join } from 'node:path';
import { checkSource } from '../src/check-source.ts';
import { repositorySources } from '../src/repository-sources.ts';

const root = join(__dirname, '..', '..', '..');
const sources = repositorySources(root);

test('the repository has workflows', () => {
  expect(sources.filter(({ file }) => file.startsWith('.github/workflows/')).length).toBeGreaterThan(0);
});

test.each(sources.map((source) => [`${source.file}:${source.firstLine}`, source] as const))(
  '%s has no fault',
  async (_, source) => {
    const told = (await checkSource(root, source)).map(
      ({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message}`,
    );
    expect(told).toEqual([]);
  },
);
