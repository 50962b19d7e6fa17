import { GatewayError, VendorError } from './errors.ts';
import type { PredictionOneVariants } from './variants.ts';

export interface ErrorAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const json = 'application/json; charset=utf-8';

/** An error in the form that the variants ask for; neither form nor HTTP status is documented. */
export function errorAnswer(cause: unknown, variants: PredictionOneVariants): ErrorAnswer {
  if (cause instanceof GatewayError) return gateway(cause.status, cause.message);
  const error = cause instanceof VendorError ? cause : unexpected(cause);
  if (variants.has('error-gateway')) return gateway(403, 'Forbidden');
  if (variants.has('error-html')) {
    const body = `<html><head><title>${error.status}</title></head><body><h1>${error.message}</h1></body></html>`;
    return { status: error.status, contentType: 'text/html; charset=utf-8', body };
  }
  if (variants.has('error-empty')) return { status: error.status, contentType: json, body: '' };
  const code = variants.has('error-code-number') ? error.code : String(error.code);
  const fields = { code, error: error.error, message: error.message };
  const body = JSON.stringify(variants.has('error-nested') ? { error: fields } : fields);
  return { status: variants.has('error-status-200') ? 200 : error.status, contentType: json, body };
}

function gateway(status: number, message: string): ErrorAnswer {
  return { status, contentType: json, body: JSON.stringify({ message }) };
}

/** What the framework refused (JSON that is none), or a fault of the sandbox's own. */
function unexpected(cause: unknown): VendorError {
  const { statusCode, message } = cause as { readonly statusCode?: number; readonly message?: string };
  const text = `sandbox: ${message ?? String(cause)}`;
  if (statusCode !== undefined && statusCode < 500) {
    return new VendorError(4001000204, 'PREDA_EXTERNAL_BAD_REQUEST', text, statusCode);
  }
  return new VendorError(5001000200, 'PREDA_EXTERNAL_INTERNAL_SERVER_ERROR', text);
}
