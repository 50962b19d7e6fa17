/** An answer as the vendor documents it. */
export class VendorError extends Error {
  readonly code: number;
  readonly error: string;
  /** The code's first three digits, unless it is told otherwise. */
  readonly status: number;

  constructor(code: number, error: string, message: string, status = Number(String(code).slice(0, 3))) {
    super(message);
    this.code = code;
    this.error = error;
    this.status = status;
  }
}

/** A refusal without a vendor code, as the gateway in front of the API gives it. */
export class GatewayError extends Error {
  readonly status: number;

  constructor(status = 403, message = 'Forbidden') {
    super(message);
    this.status = status;
  }
}

/** All client-side failures share one code; only the message tells them apart. */
export const badRequest = (message: string): VendorError =>
  new VendorError(4001000204, 'PREDA_EXTERNAL_BAD_REQUEST', message);

export const invalidKey = (): VendorError => badRequest('invalid_api_key.');
export const inactiveKey = (): VendorError => badRequest('Inactive_credential.');
export const keyNotFound = (): VendorError => badRequest('Not_found_credential.');
export const modelGone = (): VendorError => badRequest('This model may be deleted.');
export const jobGone = (): VendorError => badRequest('This job may be deleted.');
export const jobNotFound = (): VendorError => badRequest('Not found retrain job.');
export const classifierNotFound = (): VendorError => badRequest('Not found classifier.');
export const configGone = (): VendorError =>
  new VendorError(5001000201, 'PREDA_EXTERNAL_INTERNAL_SERVER_ERROR', 'Not found configuration_file.');

export const invalidInferenceRequest = (): VendorError =>
  new VendorError(4001030104, 'BAD_REQUEST', 'Invalid request (schema)');
export const inferenceDenied = (message: string): VendorError =>
  new VendorError(4031030201, 'ACCESS_DENIED', message);
export const notInClassifiersTable = (): VendorError =>
  new VendorError(4001030101, 'NOT_FOUND_CLASSIFIER', 'Not found classifier in classifiers table');
export const notRunning = (status: string): VendorError =>
  new VendorError(5031030101, 'SERVICE_UNAVAILABLE_ERROR', `status is not running (status: ${status})`);
