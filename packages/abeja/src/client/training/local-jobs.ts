import { isApiError } from '@modelferry/http';
import { perhaps, type CallPort } from '@modelferry/operation';
import * as v from 'valibot';
import { get, post, put } from '../calls.ts';
import { environmentTexts, type Environment } from '../wire/environment.ts';
import { job, type Job } from './job.ts';
import { secretUrl } from '../wire/presigned-url.ts';
import { definitionPath } from '../wire/segments.ts';
import { snaked } from '../wire/snaked.ts';

/** How a job is told of that runs on the caller's own machine. */
export interface LocalJobSettings {
  readonly description?: string;
  readonly userParameters?: Environment;
  readonly environment?: Environment;
  readonly datasets?: Readonly<Record<string, string>>;
}

/** A local job, as its calls name it. */
export interface LocalJobRef {
  /** The job definition's name or ID. */
  readonly name: string;
  readonly jobId: string;
  /**
   * The key that came with the job, a secret. Where it is refused, the client's own credential is tried once (Q28).
   * @default the client's own credential
   */
  readonly token?: string;
}

/** Where a local job stands. */
export interface LocalJobState {
  readonly status: 'Active' | 'Complete' | 'Failed' | 'Stopped';
  /** In UTC, without a zone: `2026-11-21T00:00:00`. */
  readonly startTime?: string;
  /** As `startTime`. */
  readonly completionTime?: string;
}

/** A line of a local job's log. */
export interface LocalJobLog {
  readonly message: string;
  /** In milliseconds since 1970. */
  readonly timestampMs: number;
}

/** The calls for a job whose code runs on the caller's own machine (docs/vendors/abeja.md, 3.8). */
export interface LocalJobCalls {
  /** 3.8. Never repeated. @returns the job with its key, where the server gives one */
  createLocalJob(
    name: string,
    version: number,
    settings: LocalJobSettings,
    signal: AbortSignal,
  ): Promise<Job & { readonly token?: string }>;
  /** 3.8. */
  setLocalJobState(ref: LocalJobRef, state: LocalJobState, signal: AbortSignal): Promise<void>;
  /** 3.8. At most 1 MiB less 1 KiB in one call. */
  sendLocalJobLogs(ref: LocalJobRef, logs: readonly LocalJobLog[], signal: AbortSignal): Promise<void>;
  /** 3.8. */
  getLocalJob(ref: LocalJobRef, signal: AbortSignal): Promise<Job>;
  /** 3.8. @returns where to put the result, a zip: a secret, and used without any credential */
  createResultUpload(ref: LocalJobRef, signal: AbortSignal): Promise<string>;
}

/** What the calls for local jobs need beside the port. */
export interface LocalJobPorts {
  readonly port: CallPort;
  /** The same port, signed with the key of a job. */
  portWith(token: string): CallPort;
  hide(secret: string): void;
  hideUrl(url: string): void;
}

const localJob = v.intersect([job, v.object({ token: perhaps(v.string()) })]);

export function localJobCalls({ port, portWith, hide, hideUrl }: LocalJobPorts): LocalJobCalls {
  /** A refused call has done nothing, so that even a write may be sent again. */
  const asJob = async <T>(token: string | undefined, send: (port: CallPort) => Promise<T>): Promise<T> => {
    if (token === undefined) return send(port);
    try {
      return await send(portWith(token));
    } catch (error) {
      if (!isApiError(error) || error.code !== 'unauthorized') throw error;
      return send(port);
    }
  };
  const pathOf = ({ name, jobId }: LocalJobRef, ...rest: readonly string[]): string =>
    definitionPath(name, 'jobs', jobId, ...rest);

  return {
    async createLocalJob(name, version, { environment, userParameters, ...settings }, signal) {
      const made = await port.json(
        post(
          `tell of a local job of version ${version} of "${name}"`,
          definitionPath(name, 'versions', version, 'jobs'),
          signal,
          {
            exec_env: 'local',
            ...snaked(settings),
            environment: environmentTexts(environment),
            user_parameters: environmentTexts(userParameters),
          },
        ),
        localJob,
      );
      if (made.token !== undefined) hide(made.token);
      return made;
    },

    setLocalJobState: (ref, state, signal) =>
      asJob(ref.token, (own) =>
        own.send(
          put(
            `set the local job ${ref.jobId} to ${state.status}`,
            pathOf(ref, 'status'),
            signal,
            snaked(state),
          ),
        ),
      ),

    sendLocalJobLogs: (ref, logs, signal) =>
      asJob(ref.token, (own) =>
        own.send(
          post(`send the log of the local job ${ref.jobId}`, pathOf(ref, 'logs'), signal, {
            logs: logs.map(({ message, timestampMs }) => ({ message, timestamp: timestampMs })),
          }),
        ),
      ),

    getLocalJob: (ref, signal) =>
      asJob(ref.token, (own) => own.json(get(`read the local job ${ref.jobId}`, pathOf(ref), signal), job)),

    createResultUpload: (ref, signal) =>
      asJob(ref.token, async (own) => {
        const call = post(`get where to put the result of ${ref.jobId}`, pathOf(ref, 'result'), signal);
        const { uri } = await own.json(call, v.object({ uri: secretUrl }));
        hideUrl(uri);
        return uri;
      }),
  };
}
