import {
  EngineError,
  pathSegment,
  type HttpCall,
  type HttpClient,
  type TransportResponse,
} from '@modelferry/http';
import { decodeAs } from '@modelferry/operation';
import { gzipBody, tapSource, type GzipBodyOptions, type Source } from '@modelferry/upload';
import { fitRequestLine } from './fit-request-line.ts';
import { maxPredictionBytes, type Timeouts } from './limits.ts';
import { predictionQuery, type PredictionOptions } from './prediction-options.ts';
import { predictions, type PredictionRow } from './prediction-row.ts';
import type { ScoringHost } from './scoring-host.ts';
import { withoutColumns } from './without-columns.ts';

/** Rows for a server that scores them at once. */
export interface PredictionRequest {
  readonly host: ScoringHost;
  /** @default the one model of a portable server */
  readonly deploymentId?: string;
  /** A CSV with a header, or a JSON list of objects; at most {@link maxPredictionBytes}. */
  readonly rows: Source;
  readonly contentType: 'text/csv' | 'text/plain; charset=UTF-8' | 'application/json';
  /** Names of the rows' columns; without them, too many names to pass through cannot be had as CSV. */
  readonly columns?: readonly string[];
  readonly options?: PredictionOptions;
  /** Compresses the rows on their way. @default they go as they are */
  readonly gzip?: GzipBodyOptions;
}

/** Something for a model that takes what it likes. */
export interface UnstructuredRequest {
  readonly host: ScoringHost;
  readonly deploymentId: string;
  readonly payload: Source;
  /** @default 'application/octet-stream' */
  readonly contentType?: string;
  /** The model gets them, perhaps (`unstructured-query-dropped`). */
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  /** @default none is sent (`unstructured-accept-406`) */
  readonly accept?: string;
  /** @default 'predictionsUnstructured'; serverless may know the other one (`serverless-unstructured-on-predictions`) */
  readonly route?: 'predictionsUnstructured' | 'predictions';
}

/** The calls that score at once (docs/vendors/datarobot.md, 3.4 and 3.5); quota and monitoring count a repeated one twice. */
export interface PredictionCalls {
  /** 3.4. Scores, and answers row by row. */
  predict(request: PredictionRequest, signal: AbortSignal): Promise<readonly PredictionRow[]>;
  /** 3.4. Scores, and answers a CSV; the bytes come as they are read. */
  predictCsv(request: PredictionRequest, signal: AbortSignal): Promise<TransportResponse>;
  /** 3.5. Gives what the model answers, untouched. */
  predictUnstructured(request: UnstructuredRequest, signal: AbortSignal): Promise<TransportResponse>;
}

/** @param clientOf the client of a host: it signs with what that host may know, and with nothing else */
export function predictionCalls(
  clientOf: (host: ScoringHost) => HttpClient,
  { scoreMs }: Pick<Timeouts, 'scoreMs'>,
): PredictionCalls {
  return {
    async predict(request, signal) {
      const { call, keepOnly } = await scoringCall(request, 'application/json', scoreMs, signal);
      const { data } = await clientOf(request.host).json(call, decodeAs(predictions));
      return keepOnly ? data.map((row) => keeping(row, new Set(keepOnly))) : data;
    },

    async predictCsv(request, signal) {
      const { call, keepOnly } = await scoringCall(request, 'text/csv', scoreMs, signal);
      const { host, columns } = request;
      if (!keepOnly) return clientOf(host).stream(call);
      if (!columns) throw tooManyColumns();
      const kept = new Set(keepOnly);
      const dropped = new Set(columns.filter((name) => !kept.has(name)));
      const { status, headers, body } = await clientOf(host).stream(call);
      const { 'content-length': _, ...others } = headers; // It speaks of what came
      return { status, headers: others, body: withoutColumns(body, dropped) };
    },

    predictUnstructured: ({ host, deploymentId, payload, accept, query, ...rest }, signal) =>
      clientOf(host).stream({
        doing: `have deployment ${deploymentId} answer`,
        method: 'POST',
        path: routeOf(host, deploymentId, rest.route ?? 'predictionsUnstructured'),
        query,
        headers: {
          ...{ accept: accept ?? null, 'content-type': rest.contentType ?? 'application/octet-stream' },
        },
        body: { kind: 'stream', source: payload },
        idempotent: true,
        timeoutMs: scoreMs,
        signal,
      }),
  };
}

async function scoringCall(
  { host, deploymentId, rows, contentType, options = {}, gzip }: PredictionRequest,
  accept: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<{ readonly call: HttpCall; readonly keepOnly: readonly string[] | undefined }> {
  const path = routeOf(host, deploymentId, 'predictions');
  const { query, keepOnly } = fitRequestLine(path, predictionQuery(options));
  const limited = withinLimit(rows);
  const { source, contentEncoding } = gzip
    ? await gzipBody(limited, { signal, ...gzip })
    : { source: limited, contentEncoding: undefined };
  const headers = {
    ...{ accept, 'content-type': contentType },
    ...(contentEncoding && { 'content-encoding': contentEncoding }),
  };
  const doing = deploymentId === undefined ? 'score rows' : `score rows with deployment ${deploymentId}`;
  const body = { kind: 'stream', source } as const;
  return {
    keepOnly,
    call: { doing, method: 'POST', path, query, headers, body, idempotent: true, timeoutMs, signal },
  };
}

/** The documented form is without a final slash. */
function routeOf({ root }: ScoringHost, deploymentId: string | undefined, route: string): string {
  return deploymentId === undefined
    ? `${root}/${route}`
    : `${root}/deployments/${pathSegment(deploymentId)}/${route}`;
}

/** What the server would refuse after it was sent is refused before, or as soon as it shows (`oversize-422`). */
function withinLimit(rows: Source): Source {
  if ((rows.length ?? 0) > maxPredictionBytes) throw tooLarge(rows.name);
  if (rows.length !== undefined) return rows;
  return tapSource(rows, () => {
    let bytes = 0;
    return {
      see: (chunk) => {
        bytes += chunk.length;
        if (bytes > maxPredictionBytes) throw tooLarge(rows.name);
      },
      end: () => undefined,
    };
  });
}

const tooLarge = (name: string): EngineError =>
  new EngineError({
    code: 'too-large',
    message: `Could not score "${name}": at most ${maxPredictionBytes} bytes can be scored at once.`,
    remedy: 'Send fewer rows at a time, or score the file as a batch.',
  });

const tooManyColumns = (): EngineError =>
  new EngineError({
    code: 'unsupported',
    message: 'Could not score rows to CSV: so many columns cannot be named in one request.',
    remedy: 'Let all columns pass through, or ask for JSON.',
  });

const keeping = (row: PredictionRow, names: ReadonlySet<string>): PredictionRow => ({
  ...row,
  passthroughValues:
    row.passthroughValues &&
    Object.fromEntries(Object.entries(row.passthroughValues).filter(([name]) => names.has(name))),
});
