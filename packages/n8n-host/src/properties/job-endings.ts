import type { Operation } from '@modelferry/operation';
import type { INodeProperties } from 'n8n-workflow';
import { optionsParameter } from './options-parameter.ts';

/** What becomes of a job that nobody waits for any longer. */
export type JobEnding = 'abort' | 'leave';

const onStopDefault: JobEnding = 'abort';
const onTimeoutDefault: JobEnding = 'leave';

const choices = [
  { name: 'Abort the Job', value: 'abort', description: 'End it at the vendor, within a few seconds' },
  {
    name: 'Leave It Running',
    value: 'leave',
    description: 'Let it go on at the vendor; it can be waited for by its ID',
  },
];

const onStop: INodeProperties = {
  displayName: 'On Stop',
  name: 'onStop',
  type: 'options',
  options: choices,
  default: onStopDefault,
  description: 'What becomes of the job when n8n stops the execution',
};

const onTimeout: INodeProperties = {
  displayName: 'On Timeout',
  name: 'onTimeout',
  type: 'options',
  options: choices,
  default: onTimeoutDefault,
  description:
    'What becomes of the job when the time to wait for it is up; the item then says that it is pending',
};

/** Whether an operation has a time of its own to wait for its job. */
const mayTimeOut = ({ inputFields }: Operation): boolean =>
  inputFields.some(({ name }) => name === 'timeoutMs');

/** Stand among the options of an operation that may leave a job behind, if the vendor can end it. */
export const jobEndingProperties = (operation: Operation): readonly INodeProperties[] =>
  operation.cancellable ? [onStop, ...(mayTimeOut(operation) ? [onTimeout] : [])] : [];

/** What the user wants to become of the jobs of an operation. */
export interface JobEndings {
  readonly onStop: JobEnding;
  /** Undefined where the operation does not wait. */
  readonly onTimeout: JobEnding | undefined;
}

/** Reads them back; undefined where the form does not ask. */
export function readJobEndings(
  operation: Operation,
  parameter: (name: string) => unknown,
): JobEndings | undefined {
  if (!operation.cancellable) return undefined;
  const read = ({ name }: INodeProperties, initial: JobEnding): JobEnding => {
    const word = parameter(`${optionsParameter}.${name}`);
    return word === 'abort' || word === 'leave' ? word : initial;
  };
  return {
    onStop: read(onStop, onStopDefault),
    onTimeout: mayTimeOut(operation) ? read(onTimeout, onTimeoutDefault) : undefined,
  };
}
