import { fromText } from '@modelferry/operation';
import type { INodeProperties } from 'n8n-workflow';
import type { Editor } from '../editor.ts';
import { property, wordsOf, type FieldOf } from '../property.ts';
import { choiceOptions } from './choice.ts';

/** A list of words: ticked out of a closed list, or written with commas between. */
export function textsEditor(field: FieldOf<'texts'>): Editor {
  const initial = Array.isArray(field.default) ? field.default.map(String) : [];
  const how: Pick<INodeProperties, 'type' | 'default' | 'options' | 'placeholder'> = field.choices
    ? {
        type: 'multiOptions',
        options: choiceOptions(field.choices),
        default: initial,
        placeholder: undefined,
      }
    : { type: 'string', default: initial.join(', ') };
  return {
    properties: [property({ ...wordsOf(field), ...how })],
    read({ parameter }) {
      const value = fromText(field, parameter(field.name) ?? undefined);
      if (!Array.isArray(value)) return value;
      return value.length === 0 && !field.required ? undefined : value.map(String);
    },
  };
}
