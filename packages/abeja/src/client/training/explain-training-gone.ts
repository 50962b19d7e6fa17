import { ApiError, isApiError } from '@modelferry/http';

/** Says what it may mean that the whole of training is not found (docs/vendors/abeja.md, Q31). */
export const explainTrainingGone = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    if (!isApiError(error) || error.code !== 'not-found') throw error;
    const { message } = error;
    const remedy =
      'Check the organization and the base URL; if both are right, training may not be offered to this organization.';
    throw new ApiError({ ...error, message, remedy, cause: error });
  }
};
