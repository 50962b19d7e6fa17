import { asText } from '../as-text.ts';
import type { Editor } from '../editor.ts';
import { property, wordsOf, type FieldOf } from '../property.ts';

/** One line of text, more lines, or a URL. */
export function textEditor(field: FieldOf<'text' | 'link'>): Editor {
  const multiline = field.kind === 'text' && field.multiline;
  return {
    properties: [
      property({
        ...wordsOf(field),
        type: 'string',
        default: typeof field.default === 'string' ? field.default : '',
        ...(multiline ? { typeOptions: { rows: 4 } } : {}),
      }),
    ],
    read: ({ parameter }) => asText(parameter(field.name)),
  };
}
