import type { WorkflowFile } from '../n8n/n8n-rest.ts';
import type { Example } from './example.ts';

/** What the report calls a run: the workflow by its name, and what is different this time. */
export const titleOf = ({ twist }: Pick<Example, 'twist'>, { name }: Pick<WorkflowFile, 'name'>): string =>
  twist === undefined ? name : `${name}, ${twist}`;
