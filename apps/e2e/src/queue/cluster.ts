import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createCredentials,
  freePort,
  installNode,
  N8nRest,
  N8nServer,
  newLogin,
  type packNodes,
  type N8nInstall,
  type Progress,
  type Stage,
} from '@modelferry/playground';
import type { Sandbox } from '@modelferry/sandbox';
import { N8nWorker } from './n8n-worker.ts';
import type { Programs } from './debian-packages.ts';
import { startPostgres, type Postgres } from './postgres.ts';
import { Redis } from './redis.ts';

/** How n8n runs its executions: in its one process, or in workers. */
export type Mode = 'queue' | 'regular';

/** What every cluster of a run is made from. */
export interface Parts {
  readonly stage: Stage;
  readonly progress: Progress;
  readonly install: N8nInstall;
  readonly packed: Awaited<ReturnType<typeof packNodes>>;
  readonly programs: Programs;
  readonly sandbox: Sandbox;
}

/** An n8n that is up, with PostgreSQL, and in queue mode with Redis and workers. */
export interface Cluster {
  readonly mode: Mode;
  readonly main: N8nServer;
  readonly workers: readonly N8nWorker[];
  readonly redis: Redis | undefined;
  readonly postgres: Postgres;
  readonly rest: N8nRest;
  readonly credentialIds: Readonly<Record<string, string>>;
  /** Everything that its n8n processes print. */
  readonly logFiles: readonly string[];
  readonly close: () => Promise<void>;
}

/** Executions at once, in all workers together. */
export const atOnce = 30;
export const workerCount = 2;

/** Starts a cluster. What it started is stopped with the stage when this fails half way, and else by its `close`. */
export async function startCluster(parts: Parts, mode: Mode): Promise<Cluster> {
  const { stage, progress, install, packed, programs, sandbox } = parts;
  const userFolder = join(stage.folder, `n8n-${mode}`);
  await mkdir(userFolder);
  await Promise.all(packed.map((node) => installNode(stage.processes, node, userFolder)));

  const postgres = await startPostgres(stage, programs.postgresBin);
  const redis = mode === 'queue' ? await Redis.start(stage, programs.redisServer) : undefined;
  const shared = {
    ...databaseVariables(postgres),
    ...(redis && queueVariables(redis)),
    N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
    // What n8n takes by itself in either mode
    N8N_DEFAULT_BINARY_DATA_MODE: mode === 'queue' ? 'database' : 'filesystem',
  };
  const main = await N8nServer.prepare(
    ...([install, userFolder, await freePort(), stage.processes, progress, shared] as const),
  );
  await main.start(stage.signal);
  const workers = Array.from(
    { length: redis ? workerCount : 0 },
    (_, at) =>
      new N8nWorker(stage, {
        ...{ install, userFolder, shared },
        ...{ name: `worker ${at + 1}`, concurrency: atOnce / workerCount },
      }),
  );
  await Promise.all(workers.map((worker) => worker.start()));
  progress.say(`n8n is up in ${mode} mode${redis ? `, with ${workers.length} workers` : ''}`);

  const rest = new N8nRest(main.url, stage.signal);
  await rest.setUpOwner(newLogin());
  const credentialIds = await createCredentials(rest, sandbox.describe());
  const close = async () => {
    await Promise.all(workers.map((worker) => worker.kill()));
    await main.stop();
    await redis?.stop();
    await postgres.stop();
  };
  const logFiles = [main.logFile, ...workers.map(({ logFile }) => logFile)];
  return { mode, main, workers, redis, postgres, rest, credentialIds, logFiles, close };
}

const databaseVariables = ({ port, user, password, database }: Postgres) => ({
  DB_TYPE: 'postgresdb',
  DB_POSTGRESDB_HOST: '127.0.0.1',
  DB_POSTGRESDB_PORT: String(port),
  DB_POSTGRESDB_USER: user,
  DB_POSTGRESDB_PASSWORD: password,
  DB_POSTGRESDB_DATABASE: database,
});

const queueVariables = ({ port, password }: Redis) => ({
  EXECUTIONS_MODE: 'queue',
  QUEUE_BULL_REDIS_HOST: '127.0.0.1',
  QUEUE_BULL_REDIS_PORT: String(port),
  QUEUE_BULL_REDIS_PASSWORD: password,
});
