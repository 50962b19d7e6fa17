import { ApiError, isApiError } from '@modelferry/http';

/** A 500 is not sent again (5.2); but the next look is due anyway, and hours of work must not be given up for it. */
export const asPassing = (error: unknown): unknown =>
  isApiError(error) && error.status === 500
    ? new ApiError({ ...error, message: error.message, retryable: true, cause: error })
    : error;
