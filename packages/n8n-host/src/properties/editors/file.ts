import { InputError } from '@modelferry/http';
import { asText } from '../as-text.ts';
import type { Editor, Entered } from '../editor.ts';
import { property, wordsOf, type FieldOf } from '../property.ts';

/**
 * A file to carry: a binary field of the input item, or a URL from which it is streamed. Among the options, where each
 * parameter is added on its own, there is one for either and no switch between them.
 */
export function fileEditor(field: FieldOf<'file'>): Editor {
  const { title, description, required, advanced = false } = field;
  const from = `${field.name}From`;
  const binaryField = `${field.name}BinaryField`;
  const url = `${field.name}Url`;
  const only = (place: string) => (advanced ? {} : { displayOptions: { show: { [from]: [place] } } });

  const binaryProperty = property({
    displayName: `${title} Binary Field`,
    name: binaryField,
    type: 'string',
    typeOptions: { binaryDataProperty: true },
    default: 'data',
    required,
    placeholder: 'e.g. data',
    description: advanced ? description : 'Name of the field of the input item that holds the file',
    ...(advanced ? { hint: 'Name of the field of the input item that holds the file' } : {}),
    ...only('binary'),
  });
  const urlProperty = property({
    displayName: `${title} URL`,
    name: url,
    type: 'string',
    default: '',
    required,
    placeholder: 'e.g. https://example.com/data.csv',
    description: advanced
      ? description
      : 'Where the file is fetched from while it is sent on; n8n keeps none of it',
    ...(advanced ? { hint: 'Where the file is fetched from while it is sent on' } : {}),
    ...only('url'),
  });
  const fromProperty = property({
    ...wordsOf(field),
    displayName: `${title} From`,
    name: from,
    placeholder: undefined,
    required: undefined,
    type: 'options',
    options: fileOptions(required),
    default: required ? 'binary' : 'none',
  });

  return {
    properties: advanced ? [binaryProperty, urlProperty] : [fromProperty, binaryProperty, urlProperty],
    read(entered) {
      const place = advanced ? undefined : entered.parameter(from);
      if (!advanced && (place === undefined || place === null || place === 'none')) return undefined;
      const binaryGiven = place === 'url' ? undefined : entered.parameter(binaryField);
      const urlGiven = place === 'binary' ? undefined : asText(entered.parameter(url));
      return read(field, entered, binaryGiven === '' ? undefined : (binaryGiven ?? undefined), urlGiven);
    },
  };
}

const fileOptions = (required: boolean) => [
  ...(required ? [] : [{ name: 'None', value: 'none', description: 'Send no such file' }]),
  { name: 'Binary Field', value: 'binary', description: 'A file of the input item' },
  { name: 'URL', value: 'url', description: 'A file that a server gives without signing in' },
];

function read({ name, title }: FieldOf<'file'>, entered: Entered, binary: unknown, url: string | undefined) {
  if (binary !== undefined && url !== undefined) {
    throw new InputError([
      {
        field: name,
        problem: 'is given twice, as a binary field and as a URL',
        remedy: `Remove ${title} Binary Field or ${title} URL from the options.`,
      },
    ]);
  }
  if (url !== undefined) return entered.urlFile(url);
  return binary === undefined ? undefined : entered.binaryFile(binary);
}
