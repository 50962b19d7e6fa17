import { fromText } from '@modelferry/operation';
import type { Editor } from '../editor.ts';
import { property, wordsOf, type FieldOf } from '../property.ts';
import { fixedTexts } from '../fixed-texts.ts';

/** A switch. */
export function flagEditor(field: FieldOf<'flag'>): Editor {
  return {
    properties: [
      property({
        ...wordsOf(field),
        // A switch is always on or off
        required: undefined,
        type: 'boolean',
        default: field.default === true,
        ...(field.name === 'returnAll' ? fixedTexts.returnAll : {}),
      }),
    ],
    read: ({ parameter }) => fromText(field, parameter(field.name) ?? undefined),
  };
}
