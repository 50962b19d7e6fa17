import { ApiError, isApiError } from '@modelferry/http';
import { keyWords, type KeyKind } from './key-kind.ts';
import { faultOf } from './read-failure.ts';

const noSuchModel =
  'Check the model ID in the list of models: it may have been deleted, or belong to another account or region.';

const asked = 'This was asked with';

/** Says in the remedy what only the one who sent the call knows: which of the user's keys was refused. */
export function keyHint(error: unknown, key: KeyKind): unknown {
  if (!isApiError(error)) return error;
  // The words of the vendor are the same for the model of a retrain key and for one that was named
  if (faultOf(error) === 'model-gone' && key !== 'retrain') return withRemedy(error, noSuchModel);
  // Refused while a key was fetched for this call: that was asked with another one, and is said already
  if (error.code !== 'unauthorized' || error.remedy?.startsWith(asked)) return error;
  return withRemedy(error, `${asked} ${keyWords[key].name}. ${error.remedy ?? ''}`.trim());
}

const withRemedy = (error: ApiError, remedy: string): ApiError =>
  new ApiError({ ...error, message: error.message, remedy, cause: error.cause });
