import { ApiError, isApiError } from '@modelferry/http';

/** The refusal of a list that some deployments do not have (3.3), with what it means. */
export const explainNoFeatures = (error: unknown, deploymentId: string): unknown =>
  isApiError(error) && error.status === 422
    ? new ApiError({
        ...error,
        message: error.message,
        remedy: `Deployment ${deploymentId} may have no list of columns: unstructured and external models have none. Look at the training data in place of it.`,
        cause: error,
      })
    : error;
