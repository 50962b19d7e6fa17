import * as v from 'valibot';
import type { CallPort } from './call-port.ts';
import { camelized } from '@modelferry/operation';
import { moment } from './decode.ts';
import type { ApiKey } from './fetched-key.ts';
import type { FetchedKind } from './key-kind.ts';

const answer = camelized({ api_key: v.pipe(v.string(), v.minLength(1)), end_date: v.nullish(moment) });

/** The call that hands out keys (docs/vendors/prediction-one.md, 3.4). */
export interface ApiKeyCalls {
  /** 3.4 Get API Key. Needs the Secret Key. `modelId`: the published model, required for kind `retrain`. */
  getApiKey(
    request: { readonly credentialType: FetchedKind; readonly modelId?: string },
    signal: AbortSignal,
  ): Promise<ApiKey>;
}

export const apiKeyCalls = (port: CallPort, hide: (secret: string) => void): ApiKeyCalls => ({
  async getApiKey({ credentialType, modelId }, signal) {
    const { apiKey, endDate } = await port.json(
      {
        doing: `get a ${credentialType} key for the Secret Key`,
        key: 'secret',
        method: 'GET',
        path: '/api-key',
        query: { credential_type: credentialType, model_id: modelId },
        idempotent: true,
        signal,
      },
      answer,
    );
    hide(apiKey);
    return { apiKey, endDate: endDate ?? undefined };
  },
});
