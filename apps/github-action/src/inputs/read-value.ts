import { fromText, type Field } from '@modelferry/operation';

/** Reads the text of an input into the type that its field has. A list has one entry a line: commas stand in names. */
export const readValue = (field: Field, text: string): unknown =>
  field.kind === 'texts' ? text.split(/\r?\n/).flatMap((line) => line.trim() || []) : fromText(field, text);
