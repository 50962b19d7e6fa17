import { chosenExamples } from '../src/examples/chosen-examples.ts';
import { examples } from '../src/examples/examples.ts';
import { githubExamples } from '../src/github/github-examples.ts';

test('without a text every example is chosen', () => {
  expect(chosenExamples()).toEqual({ n8n: examples, github: githubExamples });
});

test('a part of a name chooses, in any case', () => {
  const { n8n, github } = chosenExamples('APPROVAL');
  expect(n8n.map(({ file }) => file)).toEqual(['retrain-approve-switch.json']);
  expect(github).toEqual([]);
});

test('a text that no name holds is refused with the names there are', () => {
  expect(() => chosenExamples('zzz')).toThrow(/"zzz"[^]*Retrain[^]*Score a file/);
});
