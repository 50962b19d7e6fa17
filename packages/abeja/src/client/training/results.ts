import { isApiError } from '@modelferry/http';
import { perhaps, type CallPort } from '@modelferry/operation';
import * as v from 'valibot';
import { get, post } from '../calls.ts';
import { metricsOnWire } from './metrics.ts';
import { secretUrl } from '../wire/presigned-url.ts';
import { definitionPath } from '../wire/segments.ts';
import { statisticsOnWire, type Statistics } from './statistics.ts';

/** The calls for what a training job leaves and tells (docs/vendors/abeja.md, 3.3). */
export interface ResultCalls {
  /**
   * Op 21. Either of the two shapes the vendor's clients know.
   * @returns the URL of a zip for one download soon: a secret, and used without any credential. Undefined where there is no
   *   result: before the job is complete, or where its code left no files (404, or nothing in the answer)
   */
  getResultUrl(name: string, jobId: string, signal: AbortSignal): Promise<string | undefined>;
  /** Op 22. What is sent is the whole of them. */
  updateStatistics(name: string, jobId: string, statistics: Statistics, signal: AbortSignal): Promise<void>;
}

const result = v.object({
  artifacts: perhaps(v.object({ complete: perhaps(v.object({ uri: perhaps(secretUrl) })) })),
  download_uri: perhaps(secretUrl),
});

export const resultCalls = (port: CallPort, hideUrl: (url: string) => void): ResultCalls => ({
  async getResultUrl(name, jobId, signal) {
    const path = definitionPath(name, 'jobs', jobId, 'result');
    const call = get(`get the result of the training job ${jobId}`, path, signal);
    const answer = await port.json(call, v.optional(result)).catch(noResult);
    const url = answer?.artifacts?.complete?.uri ?? answer?.download_uri;
    if (url !== undefined) hideUrl(url);
    return url;
  },

  updateStatistics: (name, jobId, statistics, signal) =>
    port.send(
      post(
        `tell the statistics of the training job ${jobId}`,
        definitionPath(name, 'jobs', jobId, 'statistics'),
        signal,
        { statistics: metricsOnWire(statisticsOnWire(statistics)) },
      ),
    ),
});

function noResult(error: unknown): undefined {
  if (!isApiError(error) || error.code !== 'not-found') throw error;
}
