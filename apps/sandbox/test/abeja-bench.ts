import { startSandbox } from '../src/index.ts';
import type { AbejaDescription, Sandbox, SandboxOptions } from '../src/index.ts';
import { call } from './client.ts';
import type { Answer, Call } from './client.ts';
import { unzipSync } from './unzip.ts';

/** A ZIP without files: enough of an archive for the sandbox. */
export const emptyZip = Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1');

/** What a new version needs. */
export const versionParameters = { handler: 'train:handler', image: 'abeja-inc/all-cpu:19.10' };

/** A sandbox's ABEJA Platform, and the calls that most tests make. */
export class AbejaBench {
  readonly sandbox: Sandbox;
  readonly platform: AbejaDescription;

  private constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
    this.platform = sandbox.describe().abeja;
  }

  static async start(options?: SandboxOptions): Promise<AbejaBench> {
    return new AbejaBench(await startSandbox(options));
  }

  get authorization(): string {
    return basic(`user-${this.platform.user.id}:${this.platform.user.token}`);
  }

  /** `/organizations/...` */
  get root(): string {
    return `/organizations/${this.platform.organization.id}`;
  }

  /** `/organizations/.../training/definitions` */
  get training(): string {
    return `${this.root}/training/definitions`;
  }

  /** `/organizations/.../deployments/...` */
  get deployment(): string {
    return `${this.root}/deployments/${this.platform.deployment.id}`;
  }

  api(method: string, path: string, { headers, ...rest }: Omit<Call, 'key'> = {}): Promise<Answer> {
    const all = { authorization: this.authorization, ...headers };
    return call(method, `${this.platform.baseUrl}${path}`, { headers: all, ...rest });
  }

  /** Sends any body. */
  async send(
    method: string,
    path: string,
    body: string | Uint8Array | FormData,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.platform.baseUrl}${path}`, {
      method,
      headers: { authorization: this.authorization, ...headers },
      body: body as FormData,
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

  /** Creates a version with the vendor's form. */
  addVersion(
    name: string,
    parameters: Record<string, unknown> = versionParameters,
    archive: Uint8Array = emptyZip,
  ): Promise<Answer> {
    return this.send('POST', `${this.training}/${name}/versions`, formOf('source_code', archive, parameters));
  }

  addModel(name: string, parameters: Record<string, unknown>, archive: Uint8Array): Promise<Answer> {
    return this.send('POST', `${this.training}/${name}/models`, formOf('model_data', archive, parameters));
  }

  /** A job of a preset definition. @returns its path */
  async startJob(body: Record<string, unknown> = {}, name = 'cars-fuel'): Promise<string> {
    const answer = await this.api('POST', `${this.training}/${name}/versions/1/jobs`, { body });
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
    return `${this.training}/${name}/jobs/${answer.json.id}`;
  }

  /** Polls until the job ends, and gives the last answer. */
  async finish(path: string): Promise<Answer> {
    for (let polls = 0; ; polls += 1) {
      const answer = await this.api('GET', path);
      const isOver = !/Pending|Active|Provisioning/.test(answer.json.status ?? '');
      if (answer.status !== 200 || isOver || polls > 20) return answer;
    }
  }

  /** The files of what a URL leads to. */
  async unzip(url: string): Promise<Record<string, string>> {
    return unzipSync(Buffer.from(await (await fetch(url)).arrayBuffer()));
  }

  /** A service of the preset deployment, as it is answered. */
  async addService(fields: Record<string, unknown> = {}): Promise<Answer> {
    const { versionId } = this.platform.deployment;
    return this.api('POST', `${this.deployment}/services`, { body: { version_id: versionId, ...fields } });
  }
}

export function basic(pair: string): string {
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

/** The form of a new version or model, by default in the order that the vendor's own client has. */
export function formOf(part: string, archive: Uint8Array, parameters: unknown, isSwapped = false): FormData {
  const form = new FormData();
  const parts = [
    [part, new Blob([archive as Uint8Array<ArrayBuffer>], { type: 'application/zip' }), `${part}.zip`],
    ['parameters', new Blob([JSON.stringify(parameters)], { type: 'application/json' }), 'params.json'],
  ] as const;
  for (const [name, blob, fileName] of isSwapped ? [...parts].reverse() : parts)
    form.append(name, blob, fileName);
  return form;
}
