import { isApiError, type ApiError } from '@modelferry/http';
import type { PredictionOptions } from '../../client/prediction-options.ts';

/** A body that cannot be scored (400, 422), one that a gateway holds too large (413), and one that a custom model fails on (513). */
const refusals: ReadonlySet<number> = new Set([400, 413, 422, 513]);

/** Whether a refusal may be owed to single rows, and not to the options, which all rows share. */
export function isAboutRows(error: unknown, options: PredictionOptions): error is ApiError {
  if (!isApiError(error) || !refusals.has(error.status)) return false;
  const said = error.vendorMessage ?? '';
  const names = ['is not allowed key', ...Object.keys(options)];
  return !names.some((name) => said.includes(name));
}
