import type { Field } from '@modelferry/operation';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What n8n shows of an output before it has run: names and types, without values. */
export const objectSchema = (fields: readonly Field[]): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(fields.map((field) => [field.name, schemaOf(field)])),
});

function schemaOf(field: Field): JsonSchema {
  switch (field.kind) {
    case 'flag':
      return { type: 'boolean' };
    case 'count':
    case 'duration':
      return { type: 'integer' };
    case 'number':
      return { type: 'number' };
    case 'texts':
      return { type: 'array', items: { type: 'string' } };
    case 'rows':
      return { type: 'array', items: { type: 'object' } };
    case 'record':
      return objectSchema(field.fields);
    case 'records':
      return { type: 'array', items: objectSchema(field.fields) };
    case 'saved-file':
      return savedFile;
    case 'any':
      return {};
    default:
      return { type: 'string' };
  }
}

/** As the n8n host tells of a kept file: the file itself is in the binary field. */
const savedFile: JsonSchema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    contentType: { type: 'string' },
    bytes: { type: 'integer' },
    binaryField: { type: 'string' },
  },
};
