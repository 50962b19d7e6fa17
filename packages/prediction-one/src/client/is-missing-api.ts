import { isApiError, type ApiError } from '@modelferry/http';

/** Whether a gateway answered that it knows no such API: it has no code of the vendor's (specification, Q9). */
export const isMissingApi = (error: unknown): error is ApiError =>
  isApiError(error) && error.vendorCode === undefined && (error.status === 403 || error.status === 404);
