import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox } from '../src/index.ts';
import type { PublishedModel, RegionDescription, Sandbox, SandboxOptions } from '../src/index.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
}

export interface Call {
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

export async function call(
  method: string,
  url: string,
  { key, body, headers, signal }: Call = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    signal,
    headers: {
      ...(key === undefined ? {} : { 'x-api-key': key }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  let json: Answer['json'] = {};
  try {
    json = JSON.parse(text);
  } catch {
    // Not JSON: the text tells
  }
  return { status: response.status, headers: response.headers, text, json };
}

/** Waits for what happens by itself, however slow the machine is; only the test's own time limit ends it. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await sleep(2);
}

/** Whether nothing came of it for a while. A slow machine can only make silence longer. */
export async function isSilent(promise: Promise<unknown>): Promise<boolean> {
  return Promise.race([promise.then(() => false), sleep(150, true)]);
}

/** Bytes without a Content-Type, as a presigned URL wants them. */
export async function put(
  url: string,
  bytes: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const response = await fetch(url, { method: 'PUT', headers, body: body as Uint8Array<ArrayBuffer> });
  return { status: response.status, headers: response.headers, text: await response.text(), json: {} };
}

/** A sandbox, and the calls that most tests make. */
export class Bench {
  readonly sandbox: Sandbox;
  readonly region: RegionDescription;
  readonly cars: PublishedModel;

  private constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
    this.region = sandbox.describe().predictionOne.japan;
    this.cars = this.region.published[0] as PublishedModel;
  }

  static async start(options?: SandboxOptions): Promise<Bench> {
    return new Bench(await startSandbox(options));
  }

  manage(method: string, path: string, options?: Call): Promise<Answer> {
    return call(method, `${this.region.managementBaseUrl}/v1/external${path}`, options);
  }

  async issue(
    fileName = 'cars.csv',
    key = this.cars.retrainKey,
  ): Promise<{ readonly id: string; readonly url: string }> {
    const { json } = await this.manage(
      'GET',
      `/retrain_jobs/upload_url?filename=${encodeURIComponent(fileName)}`,
      { key },
    );
    return { id: json.retrain_job_id, url: json.upload_url };
  }

  status(id: string, key = this.cars.retrainKey): Promise<Answer> {
    return this.manage('GET', `/retrain_jobs/${id}`, { key });
  }

  turnOver(id: string): Promise<Answer> {
    return this.manage('PUT', `/retrain_jobs/${id}/update_model`, { key: this.cars.retrainKey });
  }

  /** Asks for a key with the Secret Key: unless told otherwise, for the retrain key of the cars. */
  apiKey(query = `credential_type=retrain&model_id=${this.cars.modelId}`): Promise<Answer> {
    return this.manage('GET', `/api-key?${query}`, { key: this.region.credentials.secretKey });
  }

  /** Polls until a documented or sandbox end, and gives the last answer. */
  async finish(id: string, key?: string): Promise<Answer> {
    for (let polls = 0; ; polls += 1) {
      const answer = await this.status(id, key);
      if (answer.status !== 200 || /finished|failed/.test(answer.json.status) || polls > 20) return answer;
    }
  }

  async retrain(
    csv: string | Uint8Array,
    fileName?: string,
  ): Promise<{ readonly id: string; readonly end: Answer }> {
    const { id, url } = await this.issue(fileName);
    await put(url, csv);
    return { id, end: await this.finish(id) };
  }

  /** Scores the preset row of a model, with other values where given. */
  score(
    values: Record<string, string> = {},
    inputs: Record<string, unknown> = {},
    model = this.cars,
  ): Promise<Answer> {
    const row = { ...model.sampleRow, ...values };
    const csv = `${Object.keys(row).join(',')}\r\n${Object.values(row).join(',')}\r\n`;
    return call('POST', model.inferenceUrl, { key: model.predictionKey, body: inferenceBody(csv, inputs) });
  }
}

export function inferenceBody(csv: string, inputs: Record<string, unknown> = {}): unknown {
  const given = { ar: false, ad: false, nc: false, nr: true, ...inputs };
  return {
    inputs: [
      { name: 'pr', type: 'csv', data: Buffer.from(csv).toString('base64') },
      ...Object.entries(given).map(([name, data]) => ({
        name,
        type: name === 'pc' ? 'string' : 'boolean',
        data,
      })),
    ],
  };
}

/** The text of one output file of an Inference answer. */
export function output(answer: Answer, name = 'prediction_valid.csv'): string {
  const file = (answer.json.outputs as { name: string; data: string }[]).find((each) => each.name === name);
  return Buffer.from(file?.data ?? '', 'base64').toString();
}
