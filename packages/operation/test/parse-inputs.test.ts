import type { InputFault } from '@modelferry/http';
import * as v from 'valibot';
import { choice, describe as fieldsOf, parseInputs, text, texts } from '../src/index.ts';

const choices = { japan: { title: 'Japan' }, international: { title: 'International' } };
const entries = {
  region: v.optional(choice({ title: 'Region', description: 'Where', choices })),
  regions: v.optional(texts({ title: 'Regions', description: 'Where else', choices })),
  fileName: v.optional(text({ title: 'File Name', description: 'What to call it' })),
};

function faultOf(given: Readonly<Record<string, unknown>>): InputFault | undefined {
  try {
    parseInputs(v.object(entries), fieldsOf(entries), given);
    return undefined;
  } catch (error) {
    return (error as { readonly faults: readonly InputFault[] }).faults[0];
  }
}

test.each([
  [
    'a slip',
    { region: 'jpan' },
    'must be one of japan, international, not "jpan"',
    'Perhaps "japan" is meant.',
  ],
  [
    'another case',
    { region: 'JAPAN' },
    'must be one of japan, international, not "JAPAN"',
    'Perhaps "japan" is meant.',
  ],
  ['another word', { region: 'mars' }, 'must be one of japan, international, not "mars"', undefined],
  [
    'one word of several',
    { regions: ['japan', 'internatinal'] },
    'must hold only japan, international, not "internatinal"',
    'Perhaps "international" is meant.',
  ],
  ['no word at all', { region: 5 }, 'must be one of japan, international', undefined],
  [
    'a slip in a name',
    { filename: 'a' },
    'is not an input of this operation',
    'Perhaps "fileName" is meant.',
  ],
  ['another name', { colour: 'red' }, 'is not an input of this operation', undefined],
])('%s', (_, given, problem, remedy) => {
  const fault = faultOf(given);
  expect([fault?.problem, fault?.remedy]).toEqual([problem, remedy]);
});

test('what may be a key in the wrong place is not repeated', () => {
  const key = 'k3y-0123456789-abcdefghijklmnopq';
  expect(faultOf({ region: key })?.problem).toBe('must be one of japan, international');
});
