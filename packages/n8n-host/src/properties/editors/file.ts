import { InputError } from '@modelferry/http';
import { asText } from '../as-text.ts';
import type { Editor } from '../editor.ts';
import { property, wordsOf, type FieldOf } from '../property.ts';

/**
 * A file to carry: a binary field of the input item, or a URL from which it is streamed. Among the options, where each
 * parameter is added on its own, there is one for either and no switch between them.
 *
 * Neither is required in n8n's sense: where an expression chooses the place, n8n would ask for both. `read` checks instead.
 */
export function fileEditor(field: FieldOf<'file'>): Editor {
  const { title, description, required, advanced = false } = field;
  const from = `${field.name}From`;
  const binaryField = `${field.name}BinaryField`;
  const url = `${field.name}Url`;
  // An option is a second file: by the first one's field, the same file would be sent twice
  const fieldName = advanced ? field.name : 'data';
  const only = (place: string) => (advanced ? {} : { displayOptions: { show: { [from]: [place] } } });

  const binaryProperty = property({
    displayName: `${title} Binary Field`,
    name: binaryField,
    type: 'string',
    typeOptions: { binaryDataProperty: true },
    default: fieldName,
    placeholder: `e.g. ${fieldName}`,
    description: advanced ? description : 'Name of the field of the input item that holds the file',
    ...(advanced ? { hint: 'Name of the field of the input item that holds the file' } : {}),
    ...only('binary'),
  });
  const urlProperty = property({
    displayName: `${title} URL`,
    name: url,
    type: 'string',
    default: '',
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
      const nameOrFile = entered.parameter(binaryField);
      const given = { binary: named(nameOrFile), url: asText(entered.parameter(url)) };
      const place = advanced ? placeOf(given, field) : (asText(entered.parameter(from)) ?? 'none');
      if (place === 'none') return undefined;
      if (place === 'binary' && given.binary !== undefined) return entered.binaryFile(nameOrFile);
      if (place === 'url' && given.url !== undefined) {
        if (!isWholeUrl(given.url)) throw notWhole(field);
        return entered.urlFile(given.url);
      }
      throw notNamed(place, field);
    },
  };
}

/** A description of a file may hold the file itself: it is not made text of. */
const named = (nameOrFile: unknown): unknown =>
  typeof nameOrFile === 'string' ? asText(nameOrFile) : (nameOrFile ?? undefined);

const fileOptions = (required: boolean) => [
  ...(required ? [] : [{ name: 'None', value: 'none', description: 'Send no such file' }]),
  { name: 'Binary Field', value: 'binary', description: 'A file of the input item' },
  { name: 'URL', value: 'url', description: 'A file that a server gives without signing in' },
];

type Place = 'none' | 'binary' | 'url';

/** Among the options, what was added tells the place. */
function placeOf(
  given: Readonly<Record<'binary' | 'url', unknown>>,
  { name, title }: FieldOf<'file'>,
): Place {
  if (given.binary === undefined) return given.url === undefined ? 'none' : 'url';
  if (given.url === undefined) return 'binary';
  throw new InputError([
    {
      field: name,
      problem: 'is given twice, as a binary field and as a URL',
      remedy: `Remove ${title} Binary Field or ${title} URL from the options.`,
    },
  ]);
}

/** Left out, it would be missing in what is paid for, and nobody would be told. */
function notNamed(place: string, { name, title }: FieldOf<'file'>): InputError {
  const places: Readonly<Record<string, readonly [problem: string, remedy: string]>> = {
    binary: ['is to come from a binary field, and none is given', `Fill in ${title} Binary Field.`],
    url: ['is to come from a URL, and none is given', `Fill in ${title} URL.`],
  };
  const [problem, remedy] = places[place] ?? [`cannot come from "${place}"`, `Choose ${title} From again.`];
  return new InputError([{ field: name, problem, remedy }]);
}

const isWholeUrl = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url);

/** Without the text itself: a URL may well hold a key. */
const notWhole = ({ name, title }: FieldOf<'file'>): InputError =>
  new InputError([
    {
      field: name,
      problem: 'must come from a whole URL that starts with https:// or http://',
      remedy: `Correct ${title} URL.`,
    },
  ]);
