import type { Field } from '@modelferry/operation';
import type { Editor } from './editor.ts';
import { amountEditor } from './editors/amount.ts';
import { choiceEditor } from './editors/choice.ts';
import { durationEditor } from './editors/duration.ts';
import { fileEditor } from './editors/file.ts';
import { flagEditor } from './editors/flag.ts';
import { referenceEditor } from './editors/reference.ts';
import { rowsEditor } from './editors/rows.ts';
import { textEditor } from './editors/text.ts';
import { textsEditor } from './editors/texts.ts';

/**
 * The editor for an input.
 * @param pathOf leads to the value of another input of the same operation
 * @throws Error when the kind is one of outputs only
 */
export function editorOf(field: Field, pathOf: (input: string) => string): Editor {
  switch (field.kind) {
    case 'text':
    case 'link':
      return textEditor(field);
    case 'flag':
      return flagEditor(field);
    case 'count':
    case 'number':
      return amountEditor(field);
    case 'duration':
      return durationEditor(field);
    case 'choice':
      return choiceEditor(field);
    case 'texts':
      return textsEditor(field);
    case 'reference':
      return referenceEditor(field, pathOf);
    case 'file':
      return fileEditor(field);
    case 'rows':
      return rowsEditor(field, pathOf);
    default:
      throw new Error(`${field.name}: n8n has no way to enter a value of kind ${field.kind}.`);
  }
}
