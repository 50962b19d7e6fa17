import { parse } from 'csv-parse/sync';
import { presetCsv, startSandbox } from '../src/index.ts';
import type { DataRobotDescription, DeploymentDescription, Sandbox, SandboxOptions } from '../src/index.ts';
import { call } from './client.ts';
import type { Answer, Call } from './client.ts';

export const carsCsv = presetCsv('cars.json');
export const penguinsCsv = presetCsv('penguins.json');

/** What a job may be made with; the deployment is the cars' unless it is named. */
export type JobBody = Readonly<Record<string, unknown>>;

/** A sandbox's DataRobot, and the calls that most tests make. */
export class DataRobotBench {
  readonly sandbox: Sandbox;
  readonly platform: DataRobotDescription;

  private constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
    this.platform = sandbox.describe().dataRobot;
  }

  static async start(options?: SandboxOptions): Promise<DataRobotBench> {
    return new DataRobotBench(await startSandbox(options));
  }

  deployment(label: string): DeploymentDescription {
    return this.platform.deployments.find((each) => each.label === label) as DeploymentDescription;
  }

  get authorization(): string {
    return `Bearer ${this.platform.apiToken}`;
  }

  api(method: string, path: string, { headers, ...rest }: Omit<Call, 'key'> = {}): Promise<Answer> {
    const url = `${this.platform.endpoint}${path}`;
    return call(method, url, { headers: { authorization: this.authorization, ...headers }, ...rest });
  }

  /** Predicts in real time, on the host that the deployment is for. */
  async predict(
    label: string,
    body: string | Uint8Array,
    {
      query = '',
      headers = {},
      route = 'predictions',
    }: { readonly query?: string; readonly headers?: Record<string, string>; readonly route?: string } = {},
  ): Promise<Answer> {
    const { id, predictionInstance } = this.deployment(label);
    const isDedicated = predictionInstance === this.deployment('cars-fuel').predictionInstance;
    const { url, key } = this.platform.predictionServer;
    const root = isDedicated ? `${url}/predApi/v1.0` : this.platform.endpoint;
    const response = await fetch(`${root}/deployments/${id}/${route}${query}`, {
      method: 'POST',
      headers: {
        authorization: this.authorization,
        'content-type': 'text/csv',
        ...(isDedicated ? { 'datarobot-key': key } : {}),
        ...headers,
      },
      body: body as Uint8Array<ArrayBuffer>,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
  }

  /** Sends a file to the catalog, as `data.csv`. */
  async uploadDataset(
    csv: string,
    fields: Record<string, string> = {},
    path = '/datasets/fromFile/',
  ): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([csv]), 'data.csv');
    const response = await fetch(`${this.platform.endpoint}${path}`, {
      method: 'POST',
      headers: { authorization: this.authorization },
      body: form,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
  }

  /** Follows a task to its end. @returns the last answer: 303 when it went well */
  async follow(location: string): Promise<Answer> {
    for (let polls = 0; ; polls += 1) {
      const answer = await call('GET', location, { headers: { authorization: this.authorization } });
      const isOver = answer.status !== 200 || !/INITIALIZED|RUNNING/.test(answer.json.status);
      if (isOver || polls > 20) return answer;
    }
  }

  /** @returns the job's id */
  async create(body: JobBody = {}): Promise<string> {
    const answer = await this.api('POST', '/batchPredictions/', {
      body: { deploymentId: this.deployment('cars-fuel').id, ...body },
    });
    if (answer.status !== 202) throw new Error(`${answer.status} ${answer.text}`);
    return answer.json.id;
  }

  async put(path: string, csv: string | Uint8Array, headers: Record<string, string> = {}): Promise<Answer> {
    const bytes = typeof csv === 'string' ? Buffer.from(csv) : csv;
    const response = await fetch(`${this.platform.endpoint}/batchPredictions/${path}`, {
      method: 'PUT',
      headers: { authorization: this.authorization, 'content-type': 'text/csv', ...headers },
      body: bytes as Uint8Array<ArrayBuffer>,
      redirect: 'manual',
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: text === '' ? {} : jsonOf(text),
    };
  }

  upload(id: string, csv: string | Uint8Array, headers?: Record<string, string>): Promise<Answer> {
    return this.put(`${id}/csvUpload/`, csv, headers);
  }

  status(id: string): Promise<Answer> {
    return this.api('GET', `/batchPredictions/${id}/`);
  }

  /** Polls until the job ends, and gives the last answer. */
  async finish(id: string): Promise<Answer> {
    for (let polls = 0; ; polls += 1) {
      const answer = await this.status(id);
      if (!/INITIALIZING|RUNNING/.test(answer.json.status ?? '') || polls > 40) return answer;
    }
  }

  download(id: string, headers?: Record<string, string>): Promise<Answer> {
    return this.api('GET', `/batchPredictions/${id}/download/`, { headers });
  }

  /** The whole story. */
  async score(csv: string | Uint8Array, body?: JobBody): Promise<Scored> {
    const id = await this.create(body);
    await this.upload(id, csv);
    const job = await this.finish(id);
    const { text, status } = await this.download(id);
    return { id, job: job.json, text, status, rows: status === 200 ? rowsOf(text) : [] };
  }
}

export interface Scored {
  readonly id: string;
  readonly job: Answer['json'];
  readonly text: string;
  readonly status: number;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

export function rowsOf(csv: string): Record<string, string>[] {
  return parse(csv, { columns: true });
}

function jsonOf(text: string): Answer['json'] {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
