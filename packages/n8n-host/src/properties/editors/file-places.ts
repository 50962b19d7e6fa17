import { InputError } from '@modelferry/http';
import { bytesSource, type Source } from '@modelferry/upload';
import type { INodeProperties } from 'n8n-workflow';
import { asText } from '../as-text.ts';
import type { Entered } from '../editor.ts';
import type { FieldOf } from '../property.ts';

type FileField = FieldOf<'file'>;

/** A place that a file may come from, with the parameter that says where in it. */
export interface FilePlace {
  readonly name: 'binary' | 'archive' | 'url' | 'text';
  /** Of the place, and behind the input's title that of its parameter. */
  readonly title: string;
  /** What the choice of the place means. */
  readonly description: string;
  /** Completes "is to come from ...". */
  readonly from: string;
  /** Name of its parameter. */
  readonly parameter: string;
  /** What its parameter has of its own; `description` is left to others where the parameter stands alone. */
  readonly shown: Pick<INodeProperties, 'typeOptions' | 'default' | 'placeholder'> & {
    readonly description: string;
  };
  /** What was entered, undefined when that is nothing. */
  given(value: unknown): unknown;
  open(entered: Entered, given: unknown): Source | Promise<Source>;
}

/** The places of a file, in the order in which they are offered. */
export const filePlaces = (field: FileField): readonly FilePlace[] => [
  binaryPlace(field),
  ...(field.folder && !field.advanced ? [archivePlace(field)] : []),
  urlPlace(field),
  ...(field.textName === undefined ? [] : [textPlace(field, field.textName)]),
];

function binaryPlace({ name, advanced }: FileField): FilePlace {
  // An option is a second file: by the first one's field, the same file would be sent twice
  const initial = advanced ? name : 'data';
  return {
    name: 'binary',
    title: 'Binary Field',
    description: 'A file of the input item',
    from: 'a binary field',
    parameter: `${name}BinaryField`,
    shown: {
      typeOptions: { binaryDataProperty: true },
      default: initial,
      placeholder: `e.g. ${initial}`,
      description: 'Name of the field of the input item that holds the file',
    },
    // A description of a file may hold the file itself: it is not made text of
    given: (value) => (typeof value === 'string' ? asText(value) : (value ?? undefined)),
    open: (entered, given) => entered.binaryFile(given),
  };
}

const archivePlace = ({ name }: FileField): FilePlace => ({
  name: 'archive',
  title: 'Binary Fields',
  description: 'Several files of the input item, packed into one ZIP',
  from: 'binary fields',
  parameter: `${name}BinaryFields`,
  shown: {
    default: '',
    placeholder: 'e.g. file_0, file_1',
    description:
      'Names of the fields of the input item that hold the files, separated by commas; without any, all files of the item',
  },
  // AI callers give a list
  given: (value) => (Array.isArray(value) ? value.map(String) : (asText(value) ?? '').split(',')),
  open: (entered, given) =>
    entered.binaryArchive(
      name,
      (given as readonly string[]).map((one) => one.trim()).filter((one) => one !== ''),
    ),
});

const urlPlace = (field: FileField): FilePlace => ({
  name: 'url',
  title: 'URL',
  description: 'A file that a server gives without signing in',
  from: 'a URL',
  parameter: `${field.name}Url`,
  shown: {
    default: '',
    placeholder: `e.g. https://example.com/data.${extensionOf(field)}`,
    description: 'Where the file is fetched from while it is sent on; n8n keeps none of it',
  },
  given: asText,
  open: (entered, given) => {
    const url = String(given);
    if (!isWholeUrl(url)) throw notWhole(field);
    return entered.urlFile(url);
  },
});

const textPlace = ({ name }: FileField, textName: string): FilePlace => ({
  name: 'text',
  title: 'Text',
  description: 'The content itself, written here or by an expression',
  from: 'a text',
  parameter: `${name}Text`,
  shown: {
    typeOptions: { rows: 4 },
    default: '',
    description: 'Content of the file, as it is to be sent',
  },
  // As it was written: space at its ends belongs to it
  given: (value) => (typeof value === 'string' && value.trim() !== '' ? value : asText(value)),
  open: (_, given) => bytesSource(textName, new TextEncoder().encode(String(given))),
});

const extensionOf = ({ extensions, textName }: FileField): string =>
  extensions?.[0] ?? textName?.split('.').at(-1) ?? 'csv';

const isWholeUrl = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url);

/** Without the text itself: a URL may well hold a key. */
const notWhole = ({ name, title }: FileField): InputError =>
  new InputError([
    {
      field: name,
      problem: 'must come from a whole URL that starts with https:// or http://',
      remedy: `Correct ${title} URL.`,
    },
  ]);
