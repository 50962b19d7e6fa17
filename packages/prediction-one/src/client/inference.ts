import { jsonBody } from '@modelferry/http';
import { decodeAs } from '@modelferry/operation';
import * as v from 'valibot';
import { fromBase64, toBase64 } from './base64.ts';
import { keyHint } from './key-hint.ts';
import type { KeyRing } from './key-ring.ts';
import { parseCsv, type Table } from './parse-csv.ts';

/** One row to score, and what to answer beside the prediction. */
export interface InferenceRequest {
  /** The whole URL, as the screen of the prediction API or Get Classifier gives it. It is never built. */
  readonly url: string;
  /** The prediction key, where it came with an answer. @default the one the user has set */
  readonly apiKey?: string;
  /** A header line and one data line, in UTF-8. */
  readonly csv: string;
  /** Whether to compute the reasons too, which is slower. @default false */
  readonly reasons?: boolean;
  /** Whether to repeat the input columns in the answer. @default false */
  readonly inputColumns?: boolean;
  /** Whether to give probabilities without the class label. @default false */
  readonly probabilitiesOnly?: boolean;
  /** A column of the input to put leftmost in the answer. */
  readonly firstColumn?: string;
  /** How often one row may be sent in all; each may count against a trial's 100 requests (specification, Q10). @default 2 */
  readonly maxAttempts?: number;
}

/** What scoring answers: tables, header and rows, as text. */
export interface InferenceAnswer {
  readonly version: string | undefined;
  /** `prediction_valid.csv`. */
  readonly prediction: Table;
  /** `prediction_analysis.csv`, when reasons were asked for. */
  readonly reasons: Table | undefined;
}

/** The scoring call (docs/vendors/prediction-one.md, 3.11). */
export interface InferenceCalls {
  /** 3.11 Inference: scores one row. No batch is documented. */
  infer(request: InferenceRequest, signal: AbortSignal): Promise<InferenceAnswer>;
}

const answer = v.object({
  version: v.nullish(v.union([v.string(), v.number()])),
  outputs: v.array(v.object({ name: v.string(), data: v.string() })),
});

/** The answer lists the reasons first where there are any: a file is found by its name, never by its place. */
function read(value: unknown): InferenceAnswer {
  const { version, outputs } = decodeAs(answer)(value);
  const table = (name: string): Table | undefined => {
    const output = outputs.find((one) => one.name === name);
    return output && parseCsv(fromBase64(output.data));
  };
  const prediction = table('prediction_valid.csv');
  if (!prediction || prediction.rows.length === 0)
    throw new Error('"prediction_valid.csv" is missing or empty');
  return { version: version?.toString(), prediction, reasons: table('prediction_analysis.csv') };
}

export const inferenceCalls = (keys: KeyRing): InferenceCalls => ({
  async infer(request, signal) {
    const { url, apiKey, csv, firstColumn, maxAttempts = 2 } = request;
    const { reasons = false, inputColumns = false, probabilitiesOnly = false } = request;
    const doing = 'score a row';
    const flag = (name: string, data: boolean) => ({ name, type: 'boolean', data });
    const inputs = [
      { name: 'pr', type: 'csv', data: toBase64(csv) },
      flag('ar', reasons),
      flag('ad', inputColumns),
      flag('nc', probabilitiesOnly),
      flag('nr', true),
      ...(firstColumn === undefined ? [] : [{ name: 'pc', type: 'string', data: firstColumn }]),
    ];
    const http = apiKey === undefined ? keys.http('prediction', doing) : keys.withKey(apiKey);
    const answered = http.json(
      {
        doing,
        method: 'POST',
        path: url,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: jsonBody({ inputs }),
        idempotent: true,
        retry: { maxAttempts },
        signal,
      },
      read,
    );
    return answered.catch((error: unknown) => {
      throw keyHint(error, 'prediction');
    });
  },
});
