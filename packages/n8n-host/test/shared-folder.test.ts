import { pathsBelowShared } from '../src/files/shared-folder.ts';

const paths = (...files: (readonly [directory: string | undefined, name: string])[]) =>
  pathsBelowShared(
    files.map(([directory, name]) => ({ name, ...(directory === undefined ? {} : { directory }) })),
  );

test('files that come from nowhere lie side by side', () => {
  expect(paths([undefined, 'a.py'], ['', 'b.py'])).toEqual(['a.py', 'b.py']);
});

test('what all share is left out, wherever it lay', () => {
  expect(paths(['/home/node/code', 'a.py'], ['/home/node/code/lib/deep', 'b.py'])).toEqual([
    'a.py',
    'lib/deep/b.py',
  ]);
  expect(paths(['C:\\code', 'a.py'], ['C:\\code\\lib', 'b.py'])).toEqual(['a.py', 'lib/b.py']);
  expect(paths(['./lib', 'a.py'])).toEqual(['a.py']);
});

test('where nothing is shared, each keeps its folder', () => {
  expect(paths(['lib', 'a.py'], [undefined, 'b.py'], ['libs', 'c.py'])).toEqual([
    'lib/a.py',
    'b.py',
    'libs/c.py',
  ]);
});

test('no path leads out', () => {
  expect(paths(['../lib', 'a.py'], ['x/../../y', 'b.py'])).toEqual(['a.py', 'b.py']);
});
