import { ApiError } from './errors.ts';
import type { DataRobotVariants } from './variants.ts';

export interface ErrorAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** An error in the form that the variants ask for; `{"message": ...}` is the documented one. */
export function errorAnswer(cause: unknown, variants: DataRobotVariants): ErrorAnswer {
  const { status, message } = cause instanceof ApiError ? cause : unexpected(cause);
  const json = (value: unknown): ErrorAnswer => ({
    status,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify(value),
  });
  if (variants.has('error-body-object')) return json({ message: { sandbox: message } });
  if (variants.has('error-body-list')) return json({ errors: [{ message }] });
  if (variants.has('error-body-html')) {
    const body = `<html><head><title>${status}</title></head><body><h1>${message}</h1></body></html>`;
    return { status, contentType: 'text/html; charset=utf-8', body };
  }
  if (variants.has('error-body-empty')) return { status, contentType: 'text/plain', body: '' };
  if (variants.has('error-body-text'))
    return { status, contentType: 'text/plain; charset=utf-8', body: `エラー: ${message}` };
  return json({ message });
}

/** What the framework refused (JSON that is none), or a fault of the sandbox's own. */
function unexpected(cause: unknown): ApiError {
  const { statusCode = 500, message } = cause as { readonly statusCode?: number; readonly message?: string };
  return new ApiError(statusCode, `sandbox: ${message ?? String(cause)}`);
}
