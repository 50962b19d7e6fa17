import type { Authorizer, Clock } from '@modelferry/http';
import { vendorDateMs } from './vendor-date.ts';

/** A key that Get API Key hands out. */
export interface ApiKey {
  readonly apiKey: string;
  /** As the vendor wrote it; its form is not documented (specification, Q8). */
  readonly endDate: string | undefined;
}

/** How long before its end a key is warned of, in milliseconds. Source: specification 3.4. */
const keyWarningMs = 14 * 86_400_000;

export interface FetchedKeyOptions {
  /** Names the key in warnings: `train key`, `retrain key of model 7`. */
  readonly name: string;
  readonly clock: Clock;
  get(signal: AbortSignal): Promise<ApiKey>;
  warn(message: string): void;
}

/**
 * Signs with a key that the vendor hands out for the Secret Key. It is asked for once and kept in memory until its end, and
 * once more when the vendor refuses it.
 */
export function fetchedKey({ name, clock, get, warn }: FetchedKeyOptions): Authorizer {
  let known: { readonly key: string; readonly endsAtMs: number | undefined } | undefined;
  let asking: Promise<void> | undefined;

  const ask = async (signal: AbortSignal): Promise<void> => {
    const { apiKey, endDate } = await get(signal);
    const endsAtMs = endDate === undefined ? undefined : vendorDateMs(endDate);
    known = { key: apiKey, endsAtMs };
    if (endsAtMs === undefined) {
      warn(`It is unknown until when the ${name} is valid: the vendor's end date cannot be read.`);
    } else if (endsAtMs - clock.now() < keyWarningMs) {
      warn(`The ${name} ends on ${new Date(endsAtMs).toISOString()}: renew it in the web app before then.`);
    }
  };
  // Calls at the same time share one question: a vendor that rotates keys would end the first key with the second
  const askOnce = (signal: AbortSignal): Promise<void> =>
    (asking ??= ask(signal).finally(() => {
      asking = undefined;
    }));

  return {
    async headers(signal) {
      const over = known?.endsAtMs !== undefined && known.endsAtMs <= clock.now();
      if (known === undefined || over) await askOnce(signal);
      return { 'x-api-key': known?.key ?? '' };
    },
    async renew(signal) {
      await askOnce(signal);
      return true;
    },
  };
}
