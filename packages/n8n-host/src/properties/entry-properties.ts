import type { Scalar, When } from '@modelferry/operation';
import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { byName } from './by-name.ts';
import { firstParameter, type Editor } from './editor.ts';
import type { FormEntry } from './operation-form.ts';
import { optionsParameter } from './options-parameter.ts';
import { property } from './property.ts';

/** On what a property is shown. */
export type Show = NonNullable<IDisplayOptions['show']>;

/**
 * The properties of an input, each under the input's own condition.
 * @param root leads from where the input stands to the main inputs
 */
export function entryProperties(
  { field, editor }: FormEntry,
  form: readonly FormEntry[],
  root: string,
): INodeProperties[] {
  const condition = Object.entries(field.when ?? {}).flatMap(([input, wanted]) => {
    const governing = form.find((entry) => entry.field.name === input)?.editor;
    return governing ? [[`${root}${firstParameter(governing)}`, wordsFor(governing, wanted)] as const] : [];
  });
  return editor.properties.map((one) => withShow(one, Object.fromEntries(condition)));
}

function wordsFor(editor: Editor, wanted: When[string]): NonNullable<Show[string]> {
  const values = (Array.isArray(wanted) ? wanted : [wanted]) as readonly Scalar[];
  return values.flatMap((value) => editor.wordFor?.(value) ?? value);
}

/** Adds conditions to those that a property has. */
export function withShow(one: INodeProperties, show: Show): INodeProperties {
  const all = { ...show, ...one.displayOptions?.show };
  if (Object.keys(all).length === 0) return one;
  return property({ ...one, displayOptions: { ...one.displayOptions, show: all } });
}

/** The collection of all that is advanced. */
export const optionsProperty = (options: readonly INodeProperties[], here: Show): INodeProperties =>
  property({
    displayName: 'Options',
    name: optionsParameter,
    type: 'collection',
    placeholder: 'Add option',
    default: {},
    displayOptions: { show: here },
    // An option that was not added has no value, so none can be required
    options: byName(
      options.map((one) => property({ ...one, required: undefined })),
      ({ displayName }) => displayName,
    ),
  });
