import { fromText } from '@modelferry/operation';
import type { Editor } from '../editor.ts';
import { property, wordsOf, type FieldOf } from '../property.ts';

/** A length of time: the engine counts milliseconds, n8n's user enters seconds, or a text such as `2h`. */
export function durationEditor(field: FieldOf<'duration'>): Editor {
  const name = `${field.name.replace(/Ms$/, '')}Seconds`;
  const initialMs = typeof field.default === 'number' ? field.default : field.minMs;
  return {
    properties: [
      property({
        ...wordsOf(field),
        displayName: `${field.title} (Seconds)`,
        name,
        type: 'number',
        typeOptions: { minValue: field.minMs / 1_000, maxValue: field.maxMs / 1_000 },
        default: initialMs / 1_000,
      }),
    ],
    read({ parameter }) {
      const value = parameter(name);
      if (value === '' || value === null || value === undefined) return undefined;
      return typeof value === 'number' ? value * 1_000 : fromText(field, value);
    },
  };
}
