import { chosenExamples } from '../src/examples/chosen-examples.ts';
import { examples } from '../src/examples/examples.ts';

test('without a text every example is chosen', () => {
  expect(chosenExamples()).toEqual(examples);
});

test('a part of a name chooses, in any case', () => {
  expect(chosenExamples('APPROVAL').map(({ file }) => file)).toEqual(['retrain-approve-switch.json']);
});

test('a text that no name holds is refused with the names there are', () => {
  expect(() => chosenExamples('zzz')).toThrow(/"zzz"[^]*Retrain/);
});
