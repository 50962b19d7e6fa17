import { InputError } from '@modelferry/http';
import type { INodePropertyMode } from 'n8n-workflow';
import { asText } from '../as-text.ts';
import type { Editor } from '../editor.ts';
import { searchMethod } from '../method-names.ts';
import { property, wordsOf, type FieldOf } from '../property.ts';

/** The ID of something that can be listed: chosen from the list, taken out of a URL, or entered. */
export function referenceEditor(field: FieldOf<'reference'>, pathOf: (input: string) => string): Editor {
  const { urlPattern, placeholder, idTitle = 'ID', dependsOn = [] } = field;
  const byUrl: INodePropertyMode[] =
    urlPattern === undefined
      ? []
      : [
          {
            displayName: 'By URL',
            name: 'url',
            type: 'string',
            placeholder: `e.g. https://example.com${exampleUrlPath(urlPattern, placeholder)}`,
            extractValue: { type: 'regex', regex: urlPattern },
          },
        ];
  return {
    properties: [
      property({
        ...wordsOf(field),
        placeholder: undefined,
        type: 'resourceLocator',
        default:
          typeof field.default === 'string'
            ? { mode: 'id', value: field.default }
            : { mode: 'list', value: '' },
        ...(dependsOn.length > 0 ? { typeOptions: { loadOptionsDependsOn: dependsOn.map(pathOf) } } : {}),
        modes: [
          {
            displayName: 'From List',
            name: 'list',
            type: 'list',
            typeOptions: { searchListMethod: searchMethod(field.lookup), searchable: true },
          },
          ...byUrl,
          {
            displayName: `By ${idTitle}`,
            name: 'id',
            type: 'string',
            ...(placeholder === undefined ? {} : { placeholder }),
          },
        ],
      }),
    ],
    read: ({ parameter }) => readReference(field, parameter(field.name)),
  };
}

/** The path that a pattern describes, with the example ID in place of its group. */
function exampleUrlPath(urlPattern: string, placeholder = 'e.g. my-id'): string {
  const path = /^[\w/.-]+/.exec(urlPattern)?.[0] ?? '/';
  return `${path}${placeholder.replace(/^e\.g\. /, '')}`;
}

/** AI callers give the ID itself, or a URL, where n8n's editor gives a locator. */
function readReference(field: FieldOf<'reference'>, entered: unknown): string | undefined {
  const locator = isLocator(entered) ? entered : { mode: undefined, value: entered };
  const text = asText(locator.value);
  if (text === undefined || field.urlPattern === undefined) return text;
  const id = new RegExp(field.urlPattern).exec(text)?.[1];
  if (id === undefined && locator.mode === 'url') {
    throw new InputError([
      {
        field: field.name,
        problem: 'has no ID in this URL',
        remedy: `Copy the whole URL again, or choose ${field.title} From List or By ${field.idTitle ?? 'ID'}.`,
      },
    ]);
  }
  return id ?? text;
}

const isLocator = (value: unknown): value is { readonly mode?: unknown; readonly value: unknown } =>
  typeof value === 'object' && value !== null && 'value' in value;
