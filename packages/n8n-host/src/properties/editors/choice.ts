import type { Choice } from '@modelferry/operation';
import type { INodePropertyOptions } from 'n8n-workflow';
import { asDescription } from '../as-description.ts';
import { asText } from '../as-text.ts';
import { byName } from '../by-name.ts';
import type { Editor } from '../editor.ts';
import { property, wordsOf, type FieldOf } from '../property.ts';

/** The choices as n8n lists them. */
export function choiceOptions(choices: Readonly<Record<string, Choice>>): INodePropertyOptions[] {
  const options = Object.entries(choices).map(([value, { title, description }]) => ({
    name: title,
    value,
    ...(description === undefined ? {} : { description: asDescription(description) }),
  }));
  return byName(options, ({ name }) => name);
}

/** One word out of a closed list. */
export function choiceEditor(field: FieldOf<'choice'>): Editor {
  const initial = typeof field.default === 'string' ? field.default : Object.keys(field.choices)[0];
  return {
    properties: [
      property({
        ...wordsOf(field),
        placeholder: undefined,
        // A drop-down always has a value
        required: undefined,
        type: 'options',
        options: choiceOptions(field.choices),
        default: initial ?? '',
      }),
    ],
    read: ({ parameter }) => asText(parameter(field.name)),
  };
}
