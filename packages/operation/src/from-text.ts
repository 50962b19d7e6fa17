import { parseDuration } from './duration.ts';
import type { Field } from './field.ts';

const yes = new Set(['true', 'yes', 'on', '1']);
const no = new Set(['false', 'no', 'off', '0']);

/**
 * Reads a value that a host gives as text into the field's own type; what cannot be read stays as it is, for the schema
 * to refuse with the field's name. n8n expressions and Action inputs both give text.
 */
export function fromText(field: Field, value: unknown): unknown {
  // IDs are often numbers in the data at hand
  if (typeof value === 'number' && (field.kind === 'reference' || field.kind === 'text'))
    return String(value);
  if (typeof value !== 'string') return value;
  const trimmed = value.trim();
  switch (field.kind) {
    case 'flag':
      return yes.has(trimmed.toLowerCase()) ? true : no.has(trimmed.toLowerCase()) ? false : value;
    case 'count':
    case 'number':
      return trimmed !== '' && Number.isFinite(Number(trimmed)) ? Number(trimmed) : value;
    case 'duration':
      return parseDuration(trimmed) ?? value;
    case 'texts':
      return trimmed.split(/[\n,]/).flatMap((one) => one.trim() || []);
    default:
      return value;
  }
}
