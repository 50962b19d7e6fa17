import { readActionFile } from '../src/action-file.ts';
import { removeActions, testAction } from './test-action.ts';
import { testFolder } from './test-action.ts';

afterEach(removeActions);

test('An action says where its stages are and what it takes', async () => {
  const dir = await testAction({
    main: '',
    post: '',
    inputs: '  a: { default: true, deprecationMessage: use b }\n  b b: { required: true }\n  c:',
    runs: '  post-if: failure()',
  });
  expect(await readActionFile(dir)).toEqual({
    name: 'Test action',
    inputs: {
      a: { default: 'true', deprecationMessage: 'use b' },
      'b b': { default: '' },
      c: { default: '' },
    },
    outputs: [],
    main: 'main.mjs',
    post: 'post.mjs',
    postIf: 'failure()',
  });
});

test('An action.yaml will do, and post runs always unless it says otherwise', async () => {
  const folder = await testFolder({ 'action.yaml': 'runs: { using: node24, main: ../dist/a.mjs }' });
  expect(await readActionFile(folder.dir)).toMatchObject({
    main: '../dist/a.mjs',
    post: undefined,
    postIf: 'always()',
  });
  await folder.remove();
});

test.each(['docker', 'composite', 'node18', ''])('An action that runs by %j is refused', async (using) => {
  const folder = await testFolder({ 'action.yml': `runs: { using: '${using}', main: x }` });
  await expect(readActionFile(folder.dir)).rejects.toThrow(`it runs by '${using}'`);
  await folder.remove();
});
