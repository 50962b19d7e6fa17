import type { InputFault } from '@modelferry/http';
import type { ActionFace } from './face.ts';
import { workflowWords } from './workflow-words.ts';

/** A fault of the engine, under the name that the workflow file has for the input, and in its words. */
export const faultInWorkflow = (
  face: Pick<ActionFace, 'inputs'>,
  { field, problem, remedy }: InputFault,
): InputFault => ({
  field: face.inputs.find((input) => input.field?.name === field)?.name ?? field,
  problem: workflowWords(face, problem),
  remedy: remedy === undefined ? undefined : workflowWords(face, remedy),
});
