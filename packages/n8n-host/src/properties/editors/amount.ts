import { fromText } from '@modelferry/operation';
import type { Editor } from '../editor.ts';
import { fixedTexts } from '../fixed-texts.ts';
import { property, wordsOf, type FieldOf } from '../property.ts';

/** A number. */
export function amountEditor(field: FieldOf<'count' | 'number'>): Editor {
  const { min, max } = field;
  const bounds = {
    ...(min === undefined ? {} : { minValue: min }),
    ...(max === undefined ? {} : { maxValue: max }),
  };
  return {
    properties: [
      property({
        ...wordsOf(field),
        type: 'number',
        ...(Object.keys(bounds).length > 0 ? { typeOptions: bounds } : {}),
        default: typeof field.default === 'number' ? field.default : (exampleIn(field) ?? min ?? 0),
        ...(field.name === 'limit' ? { ...fixedTexts.limit, typeOptions: { minValue: 1 } } : {}),
      }),
    ],
    read({ parameter }) {
      const value = parameter(field.name);
      return value === '' || value === null ? undefined : fromText(field, value);
    },
  };
}

/** What an option without a default begins with when it is added: a smallest value is seldom what anybody wants. */
function exampleIn({ placeholder }: FieldOf<'count' | 'number'>): number | undefined {
  const example = /^e\.g\. (\d+(?:\.\d+)?)$/.exec(placeholder ?? '')?.[1];
  return example === undefined ? undefined : Number(example);
}
