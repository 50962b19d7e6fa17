import { ApiError } from '../api-error.ts';

export { ApiError };

export const invalidToken = (): ApiError => new ApiError(401, 'Invalid API token');
export const noCredentials = (): ApiError =>
  new ApiError(401, 'Invalid Authorization header. No credentials provided.');
export const notFound = (message = 'Not Found'): ApiError => new ApiError(404, message);
export const invalid = (message: string): ApiError => new ApiError(422, message);
export const conflict = (message: string): ApiError => new ApiError(409, message);
