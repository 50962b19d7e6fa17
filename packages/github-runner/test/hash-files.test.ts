import { createHash } from 'node:crypto';
import { hashFiles } from '../src/workflow/hash-files.ts';
import { testFolder } from './test-action.ts';

const sha = (data: string | Buffer) => createHash('sha256').update(data).digest();

test('The hash is over the hashes of the files that match, in the order of their names', async () => {
  const { dir, remove } = await testFolder({ 'a.csv': '1', 'sub/b.csv': '2', 'sub/c.txt': '3' });
  const both = createHash('sha256').update(sha('1')).update(sha('2')).digest('hex');
  expect(hashFiles(dir, ['**/*.csv'])).toBe(both);
  expect(hashFiles(dir, ['sub/b.csv', 'a.csv', 'a.csv'])).toBe(both);
  expect(hashFiles(dir, ['**/*', '!**/*.txt'])).toBe(both);
  expect(hashFiles(dir, ['**/*.none'])).toBe('');
  await remove();
});
