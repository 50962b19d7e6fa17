import { isApiError, type EngineError, type ErrorCode } from '@modelferry/http';
import type { NodeError } from 'n8n-workflow';

type Failure = NonNullable<NodeError['failure']>;

const causes: Partial<Record<ErrorCode, Exclude<Failure['cause'], 'rate-limited'>>> = {
  unauthorized: 'credential-invalid',
  'invalid-input': 'configuration-invalid',
  unsupported: 'configuration-invalid',
  'server-error': 'temporarily-unavailable',
  network: 'temporarily-unavailable',
  timeout: 'temporarily-unavailable',
};

/** Why an operation failed, in n8n's own terms. Read by hosts from 2.36 on. */
export function failureCause(error: EngineError): Failure | undefined {
  const retryAfterMs = isApiError(error) ? error.retryAfterMs : undefined;
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (error.code === 'rate-limited') return { cause: 'rate-limited', ...wait };
  const cause = causes[error.code];
  if (cause === undefined) return undefined;
  return cause === 'temporarily-unavailable' ? { cause, ...wait } : ({ cause } as Failure);
}
