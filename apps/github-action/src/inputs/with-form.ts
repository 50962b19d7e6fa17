import type { InputFault } from '@modelferry/http';
import type { Field } from '@modelferry/operation';
import type { ActionFace } from '../face/index.ts';
import { inputText, type Environment } from './input-text.ts';

/** Longest value that a message repeats, in characters. */
const maxToldLength = 80;

/** Where nobody puts a key by mistake, which must not be repeated. */
const told: ReadonlySet<Field['kind']> = new Set(['duration', 'count', 'number']);

/** What a length of time looks like, which nobody can guess. */
const durations = 'Write it as 90s, 15m, 2h or 1h 30m.';

/** A fault of the engine, with what was given and what would do: a workflow file is no form that shows either. */
export function withForm(face: ActionFace, env: Environment, fault: InputFault): InputFault {
  const input = face.inputs.find(({ field }) => field?.name === fault.field);
  if (!input?.field) return fault;
  const { name, field } = input;
  const text = inputText(env, name);
  const isTold = text !== undefined && text.length <= maxToldLength && told.has(field.kind);
  return {
    ...fault,
    problem: isTold ? `${fault.problem}, and is "${text}"` : fault.problem,
    remedy:
      fault.problem === 'must be a length of time'
        ? durations
        : fault.remedy?.replace(`Give ${field.title}`, `Give \`${name}\``),
  };
}
