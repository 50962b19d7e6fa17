import type { Query } from '@modelferry/http';
import type { VendorCall } from '@modelferry/operation';

/** A read. */
export const get = (doing: string, path: string, signal: AbortSignal, query?: Query): VendorCall => ({
  ...{ doing, method: 'GET', path, signal, query },
});

/** A write; without a value it has no body and no media type. */
export const post = (doing: string, path: string, signal: AbortSignal, json?: unknown): VendorCall => ({
  ...{ doing, method: 'POST', path, signal, json },
});

/** A write that sets. */
export const put = (doing: string, path: string, signal: AbortSignal, json?: unknown): VendorCall => ({
  ...{ doing, method: 'PUT', path, signal, json },
});

/** A write that changes what it names. */
export const patch = (doing: string, path: string, signal: AbortSignal, json: unknown): VendorCall => ({
  ...{ doing, method: 'PATCH', path, signal, json },
});

/** A deletion. */
export const remove = (doing: string, path: string, signal: AbortSignal): VendorCall => ({
  ...{ doing, method: 'DELETE', path, signal },
});
