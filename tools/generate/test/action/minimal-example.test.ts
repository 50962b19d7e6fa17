import { minimalExample } from '../../src/action/minimal-example.ts';
import { ferryVendor } from './ferry.ts';

const [load, wait] = ferryVendor().faces;
if (!load || !wait) throw new Error('unreachable');

test('has what is required, a key, and what a choice left alone asks for', () => {
  expect(minimalExample(load).split('\n')).toEqual([
    '- uses: modelferry/modelferry/apps/github-action/ferry/load@action-v1',
    '  with:',
    '    ferry-key: ${{ secrets.FERRY_KEY }}',
    '    cargo: data/cargo.csv',
    "    pier: '7'",
  ]);
  expect(minimalExample(wait)).toMatch(/\n {4}job-id: ship-1$/);
});

test('has the whole of the first way in where there are several', () => {
  const ways = ['user', 'user-token', 'job-token'].map((name) => ({
    ...{ name, type: 'string' as const, description: '', required: false, example: 'ada' },
    ...{ secret: name.endsWith('token'), login: name.split('-')[0] },
  }));
  expect(
    minimalExample({ ...wait, inputs: ways })
      .split('\n')
      .slice(2),
  ).toEqual(['    user: ada', '    user-token: ${{ secrets.FERRY_USER_TOKEN }}']);
});

test('is refused where nothing says what a needed input looks like', () => {
  const inputs = wait.inputs.map((input) => ({ ...input, example: undefined }));
  expect(() => minimalExample({ ...wait, inputs })).toThrow('The input job-id is needed');
});
