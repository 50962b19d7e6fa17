import type { ApiError } from '../api-error.ts';
import { emptyError, htmlError, jsonError } from '../error-answer.ts';
import type { ErrorAnswer } from '../error-answer.ts';
import type { DataRobotVariants } from './variants.ts';

/** An error in the form that the variants ask for; `{"message": ...}` is the documented one. */
export function errorAnswer({ status, message }: ApiError, variants: DataRobotVariants): ErrorAnswer {
  if (variants.has('error-body-object')) return jsonError(status, { message: { sandbox: message } });
  if (variants.has('error-body-list')) return jsonError(status, { errors: [{ message }] });
  if (variants.has('error-body-html')) return htmlError(status, message);
  if (variants.has('error-body-empty')) return emptyError(status);
  if (variants.has('error-body-text'))
    return { status, contentType: 'text/plain; charset=utf-8', body: `エラー: ${message}` };
  return jsonError(status, { message });
}
