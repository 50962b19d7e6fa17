import { ApiError } from '../api-error.ts';
import { emptyError, htmlError, jsonError } from '../error-answer.ts';
import type { ErrorAnswer } from '../error-answer.ts';
import type { AbejaVariants } from './variants.ts';

const names: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  410: 'gone',
  413: 'request_entity_too_large',
  429: 'too_many_requests',
  500: 'internal_server_error',
};

/** A refusal that says which field is wrong. */
export class FieldError extends ApiError {
  readonly detail: Readonly<Record<string, readonly string[]>>;

  constructor(field: string, problem: string) {
    super(400, 'parameters is insufficient or invalid');
    this.detail = { [field]: [problem] };
  }
}

/** A refusal whose body is something else than an error. */
export class AnsweredError extends ApiError {
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(status, 'sandbox: answered as it is');
    this.body = body;
  }
}

export const unauthorized = (): ApiError => new ApiError(401, 'the credentials are not valid');
export const badRequest = (message: string): ApiError => new ApiError(400, message);
export const forbidden = (message: string): ApiError => new ApiError(403, message);

/** An error in the form that the variants ask for. */
export function errorAnswer(error: ApiError, variants: AbejaVariants): ErrorAnswer {
  const { status, message } = error;
  if (error instanceof AnsweredError) return jsonError(status, error.body);
  if (variants.has('error-html')) return htmlError(status, message);
  if (variants.has('error-empty')) return emptyError(status);
  const body = {
    error: names[status] ?? 'error',
    error_description: message,
    ...(error instanceof FieldError ? { error_detail: error.detail } : {}),
  };
  return jsonError(status, variants.has('error-array') ? [body] : body);
}
