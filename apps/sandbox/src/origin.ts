import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { FaultBehaviours } from './faults/behaviour.ts';
import { installFaults } from './faults/plugin.ts';
import type { FaultPlanner } from './faults/plan.ts';
import type { Transcript, TranscriptEntry } from './transcript.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The API's name, by which faults and the transcript know a route. */
    operation?: string;
  }
  interface FastifyRequest {
    /** Where this call is written down. */
    entry: TranscriptEntry;
  }
}

export const loopback = '127.0.0.1';

/** One server of the sandbox: everything that reaches it is written down, and faults can strike it. */
export interface Origin {
  readonly app: FastifyInstance;
  /** `http://127.0.0.1:<port>`; known once it listens. */
  readonly baseUrl: () => string;
  /** Port 0 takes a free one. */
  readonly listen: (port: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export function createOrigin(options: {
  readonly name: string;
  readonly transcript: Transcript;
  readonly faults: FaultPlanner;
  readonly behaviours: FaultBehaviours;
  /** A path with one slash more or less, at its end or within, is the same. @default false */
  readonly lenientSlashes?: boolean;
}): Origin {
  const app = bareApp(options.lenientSlashes);
  app.addHook('onRequest', async (request, reply) => {
    request.entry = options.transcript.begin({
      origin: options.name,
      operation: request.routeOptions.config.operation ?? 'unknown',
      method: request.method,
      url: request.url,
      headers: request.headers,
    });
    const { entry } = request;
    reply.raw.once('finish', () => {
      if (!entry.cut) Object.assign(entry, { status: reply.raw.statusCode, answered: true });
    });
    reply.raw.once('close', () => {
      entry.endedAtMs = Date.now();
      if (!entry.cut && reply.raw.headersSent) entry.status = reply.raw.statusCode;
    });
  });
  installFaults(app, options.name, options.faults, options.behaviours);
  return originOf(app);
}

/** A server without a transcript and without faults, for the sandbox's own use. */
export function createControlOrigin(): Origin {
  return originOf(bareApp());
}

function bareApp(lenientSlashes = false): FastifyInstance {
  return fastify({
    bodyLimit: Number.MAX_SAFE_INTEGER,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    requestTimeout: 0,
    routerOptions: {
      maxParamLength: 4096,
      ignoreTrailingSlash: lenientSlashes,
      ignoreDuplicateSlashes: lenientSlashes,
    },
  });
}

function originOf(app: FastifyInstance): Origin {
  let baseUrl: string | undefined;
  return {
    app,
    baseUrl: () => {
      if (baseUrl === undefined) throw new Error('The sandbox does not listen yet.');
      return baseUrl;
    },
    listen: async (port) => {
      baseUrl = await app.listen({ port, host: loopback });
    },
    close: () => app.close(),
  };
}
