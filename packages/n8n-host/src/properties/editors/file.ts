import { InputError } from '@modelferry/http';
import type { INodeProperties } from 'n8n-workflow';
import { asDescription } from '../as-description.ts';
import { asText } from '../as-text.ts';
import { byName } from '../by-name.ts';
import type { Editor, Entered } from '../editor.ts';
import { property, wordsOf, type FieldOf } from '../property.ts';
import { filePlaces, type FilePlace } from './file-places.ts';

type FileField = FieldOf<'file'>;

/**
 * A file to carry: a binary field of the input item, a URL from which it is streamed or, where the input allows it, a text.
 * Among the options, where each parameter is added on its own, there is one for each place and no switch between them.
 *
 * None is required in n8n's sense: where an expression chooses the place, n8n would ask for all. `read` checks instead.
 */
export function fileEditor(field: FileField): Editor {
  const places = filePlaces(field);
  const from = `${field.name}From`;
  if (field.advanced) {
    return {
      properties: places.map((place) => optionFor(place, field)),
      read: (entered) => {
        const place = onlyPlace(places, entered, field);
        return place && openFrom(place, entered, field);
      },
    };
  }
  return {
    properties: [choiceOf(places, from, field), ...places.map((place) => parameterFor(place, from, field))],
    // Conditions ask whether there is one
    wordFor: (isGiven) => (isGiven === true ? places.map(({ name }) => name) : 'none'),
    read(entered) {
      const chosen = asText(entered.parameter(from)) ?? 'none';
      if (chosen === 'none') return undefined;
      const place = places.find(({ name }) => name === chosen);
      if (!place) throw fault(field, `cannot come from "${chosen}"`, `Choose ${field.title} From again.`);
      return openFrom(place, entered, field);
    },
  };
}

/** What is shown only beside a choice belongs to that choice. */
const isAsked = ({ required, when }: FileField): boolean => required || when !== undefined;

const choiceOf = (places: readonly FilePlace[], from: string, field: FileField): INodeProperties =>
  property({
    ...wordsOf(field),
    displayName: `${field.title} From`,
    name: from,
    placeholder: undefined,
    required: undefined,
    type: 'options',
    options: byName(
      [
        ...(isAsked(field) ? [] : [{ name: 'None', value: 'none', description: 'Send no such file' }]),
        ...places.map(({ name, title, description }) => ({ name: title, value: name, description })),
      ],
      ({ name }) => name,
    ),
    default: isAsked(field) ? 'binary' : 'none',
  });

const parameterFor = (
  { name, title, parameter, shown }: FilePlace,
  from: string,
  field: FileField,
): INodeProperties =>
  property({
    displayName: `${field.title} ${title}`,
    name: parameter,
    type: 'string',
    ...shown,
    displayOptions: { show: { [from]: [name] } },
  });

const optionFor = ({ title, parameter, shown }: FilePlace, field: FileField): INodeProperties =>
  property({
    displayName: `${field.title} ${title}`,
    name: parameter,
    type: 'string',
    ...shown,
    description: asDescription(field.description),
    hint: shown.description,
  });

const givenIn = ({ parameter, given }: FilePlace, entered: Entered): unknown =>
  given(entered.parameter(parameter));

function openFrom(place: FilePlace, entered: Entered, field: FileField): unknown {
  const given = givenIn(place, entered);
  if (given !== undefined) return place.open(entered, given);
  // Left out, it would be missing in what is paid for, and nobody would be told
  throw fault(
    field,
    `is to come from ${place.from}, and none is given`,
    `Fill in ${field.title} ${place.title}.`,
  );
}

/** Among the options, what was added tells the place. */
function onlyPlace(places: readonly FilePlace[], entered: Entered, field: FileField): FilePlace | undefined {
  const [first, second] = places.filter((place) => givenIn(place, entered) !== undefined);
  if (first === undefined || second === undefined) return first;
  throw fault(
    field,
    `is given twice, as ${first.from} and as ${second.from}`,
    `Remove ${field.title} ${first.title} or ${field.title} ${second.title} from the options.`,
  );
}

const fault = ({ name }: FileField, problem: string, remedy: string): InputError =>
  new InputError([{ field: name, problem, remedy }]);
