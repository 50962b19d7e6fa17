import { InputError } from '@modelferry/http';
import type { Editor, Entered } from '../editor.ts';
import { columnsMethod } from '../method-names.ts';
import { property, wordsOf, type FieldOf } from '../property.ts';

/**
 * The table row that an item stands for: its columns are mapped by hand, or taken from the item's fields. One item gives one
 * row; who runs the items joins them.
 */
export function rowsEditor(field: FieldOf<'rows'>, pathOf: (input: string) => string): Editor {
  const { columnsFrom, dependsOn = [] } = field;
  const words = { ...wordsOf(field), placeholder: undefined };
  const shown = columnsFrom
    ? property({
        ...words,
        type: 'resourceMapper',
        noDataExpression: true,
        default: { mappingMode: 'autoMapInputData', value: null },
        typeOptions: {
          ...(dependsOn.length > 0 ? { loadOptionsDependsOn: dependsOn.map(pathOf) } : {}),
          resourceMapper: {
            resourceMapperMethod: columnsMethod(columnsFrom),
            mode: 'add',
            fieldWords: { singular: 'column', plural: 'columns' },
            addAllFields: true,
            supportAutoMap: true,
          },
        },
      })
    : property({ ...words, type: 'json', default: '={{ $json }}' });
  return {
    properties: [shown],
    read: (entered) => readRow(field, entered),
  };
}

function readRow({ name, title }: FieldOf<'rows'>, entered: Entered): unknown {
  const value = parsed(entered.parameter(name));
  if (value === undefined || value === null) return undefined;
  const mapped = isFields(value) && 'mappingMode' in value;
  const row = !mapped ? value : value['mappingMode'] === 'autoMapInputData' ? entered.item() : value['value'];
  if (Array.isArray(row)) return row;
  if (!isFields(row)) {
    throw new InputError([
      { field: name, problem: 'has no columns', remedy: `Map at least one column under ${title}.` },
    ]);
  }
  return [Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== undefined))];
}

/** AI callers give the row itself, as an object or as its JSON. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return value.trim() === '' ? undefined : JSON.parse(value);
  } catch {
    return value;
  }
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
