import { isTransportError, type TransportError } from '@modelferry/http';

/** The TransportError that a request fails with. @throws when it does not */
export async function failureOf(sent: Promise<unknown>): Promise<TransportError> {
  const outcome: unknown = await sent.catch((error: unknown) => error);
  if (isTransportError(outcome)) return outcome;
  throw new Error('A TransportError was expected.', { cause: outcome });
}
