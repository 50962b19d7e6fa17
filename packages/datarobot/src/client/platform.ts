import { pathSegment } from '@modelferry/http';
import * as v from 'valibot';
import { id, perhaps } from '@modelferry/operation';
import type { CallPort } from './call-port.ts';
import { pageOf, type Page, type PageRequest } from './page.ts';

const version = v.object({ versionString: perhaps(v.string()) });

const account = v.object({ uid: id, email: perhaps(v.string()) });

/** Whom the API key belongs to. */
export type Account = v.InferOutput<typeof account>;

const predictionServer = v.pipe(
  v.object({
    id: perhaps(id),
    url: perhaps(v.string()),
    'datarobot-key': perhaps(v.string()),
    batchPredictions: perhaps(v.object({ queued: perhaps(v.number()), processing: perhaps(v.number()) })),
  }),
  v.transform(({ 'datarobot-key': dataRobotKey, ...rest }) => ({ ...rest, dataRobotKey })),
);

/** A host that scores, and how busy its batch queue is. `dataRobotKey` is a secret. */
export type PredictionServer = v.InferOutput<typeof predictionServer>;

const usage = v.object({
  usage: v.array(
    v.object({
      resource: v.string(),
      currentUsage: perhaps(v.number()),
      maxUsage: perhaps(v.number()),
      timeToExpire: perhaps(v.number()),
    }),
  ),
});

/** How much of a limit is used; `timeToExpire` is in seconds. */
export type RateLimitUsage = v.InferOutput<typeof usage>['usage'][number];

/** The calls about the platform itself and the account (docs/vendors/datarobot.md, 3.2 and 3.19). */
export interface PlatformCalls {
  /** 3.2. No proof of the key (`ping-needs-auth`). */
  getVersion(signal: AbortSignal): Promise<string | undefined>;
  /** 3.2. No proof of the key (`ping-needs-auth`). */
  ping(signal: AbortSignal): Promise<void>;
  /** 3.2. */
  getAccount(signal: AbortSignal): Promise<Account>;
  /** 3.2. */
  getPredictionServers(request: PageRequest, signal: AbortSignal): Promise<Page<PredictionServer>>;
  /** 3.19. Explains a 429; not every server has it (`rate-usage-404`). @param userId the `uid` of an account */
  getRateLimitUsage(userId: string, signal: AbortSignal): Promise<readonly RateLimitUsage[]>;
}

/** @param addSecret told of every key of a prediction server before anything else can see it */
export const platformCalls = (port: CallPort, addSecret: (secret: string) => void): PlatformCalls => ({
  async getVersion(signal) {
    const call = { doing: 'read the version', method: 'GET', path: '/version/', signal } as const;
    return (await port.json(call, version)).versionString;
  },

  ping: (signal) => port.send({ doing: 'reach the API', method: 'GET', path: '/ping', signal }),

  getAccount: (signal) =>
    port.json({ doing: 'read the account', method: 'GET', path: '/account/info/', signal }, account),

  async getPredictionServers(request, signal) {
    const page = await port.json(
      {
        doing: 'list the prediction servers',
        method: 'GET',
        path: '/predictionServers/',
        query: { ...request },
        signal,
      },
      pageOf(predictionServer),
    );
    for (const { dataRobotKey } of page.entries) if (dataRobotKey !== undefined) addSecret(dataRobotKey);
    return page;
  },

  async getRateLimitUsage(userId, signal) {
    const path = `/users/${pathSegment(userId)}/rateLimitUsage/`;
    return (await port.json({ doing: 'read the use of rate limits', method: 'GET', path, signal }, usage))
      .usage;
  },
});
