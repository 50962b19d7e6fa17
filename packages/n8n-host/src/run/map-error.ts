import {
  InputError,
  isApiError,
  isEngineError,
  isInputError,
  isTransportError,
  messageOf,
  type EngineError,
  type Redactor,
} from '@modelferry/http';
import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { failureCause } from './failure-cause.ts';

export interface ErrorPlace {
  readonly node: INode;
  /** Absent where there are no items: in a trigger. */
  readonly itemIndex?: number;
  /** Completes "Could not ..." for what is no error of ours: `retrain model`. */
  readonly doing: string;
  /** The name under which the user knows an input. */
  titleOf(input: string): string;
  readonly redact: Redactor;
}

type NodeFailure = NodeApiError | NodeOperationError;

/**
 * Makes n8n's error of whatever was thrown: what happened, with the item; then, as its description, how to go on. Nothing of
 * the original is attached, since n8n saves errors, and those of its HTTP helper hold the request's headers.
 */
export function toNodeError(error: unknown, place: ErrorPlace): NodeFailure {
  if (isNodeFailure(error)) return placed(error, place);
  if (isEngineError(error)) return ofEngine(error, place);
  const said = messageOf(error);
  return operationError(
    `Could not ${place.doing}: ${said}`,
    'This was not foreseen. Report it to the makers of this node, with the steps that lead to it.',
    place,
  );
}

/** By name: a host may well hold a second copy of n8n-workflow. */
const isNodeFailure = (error: unknown): error is NodeFailure =>
  error instanceof Error && (error.name === 'NodeApiError' || error.name === 'NodeOperationError');

/** n8n's own errors, for a binary field that is not there or a credential that is not set, are good as they are. */
function placed(error: NodeFailure, { itemIndex }: ErrorPlace): NodeFailure {
  if (itemIndex !== undefined) error.context['itemIndex'] ??= itemIndex;
  return error;
}

function ofEngine(error: EngineError, place: ErrorPlace): NodeFailure {
  const { node, itemIndex, titleOf, redact } = place;
  const failure = failureCause(error);
  const { message } = isInputError(error) ? new InputError(error.faults, titleOf) : error;
  const description = descriptionOf(error);
  if (!isApiError(error) && !isTransportError(error)) {
    return operationError(message, description, place, failure);
  }
  const shown = redact(withItem(message, itemIndex));
  const httpCode = isApiError(error) ? String(error.status) : undefined;
  // From a plain object: of an answer, n8n would show the vendor's text in place of ours
  return worded(
    new NodeApiError(
      node,
      { message: shown, ...(httpCode === undefined ? {} : { httpCode }) },
      { message: shown, description: redact(description), httpCode, itemIndex, failure },
    ),
    shown,
  );
}

function operationError(
  message: string,
  description: string,
  { node, itemIndex, redact }: ErrorPlace,
  failure?: ReturnType<typeof failureCause>,
): NodeOperationError {
  const shown = redact(withItem(message, itemIndex));
  const options = { description: redact(description), itemIndex, failure };
  return worded(new NodeOperationError(node, shown, options), shown);
}

function descriptionOf(error: EngineError): string {
  const requestId = isApiError(error) ? error.requestId : undefined;
  return [error.remedy, requestId === undefined ? undefined : `Request ID: ${requestId}.`]
    .filter((part) => part !== undefined)
    .join(' ');
}

const withItem = (message: string, itemIndex: number | undefined): string =>
  itemIndex === undefined ? message : `${message.replace(/\.$/, '')} [item ${itemIndex}]`;

/** n8n replaces a message that holds one of its code words, be it inside another word of the vendor's: ours is put back. */
function worded<Failure extends NodeFailure>(failure: Failure, message: string): Failure {
  failure.message = message;
  failure.messages = failure.messages.filter((one) => one !== message);
  return failure;
}
