import { randomUUID } from 'node:crypto';
import { UserError } from '../user-error.ts';
import { executionFrom, type Execution } from './execution.ts';

/** Who may log in to the editor. */
export interface Login {
  readonly email: string;
  readonly password: string;
}

/** A workflow as a file of examples/n8n holds it. */
export interface WorkflowFile {
  readonly name: string;
  readonly nodes: readonly WorkflowNode[];
  readonly connections: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** One node of a workflow file. */
export interface WorkflowNode {
  readonly name: string;
  readonly type: string;
  readonly typeVersion: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly credentials?: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
}

const requestLimitMs = 30_000;

/** The calls that n8n's own editor makes, as far as the playground needs them. */
export class N8nRest {
  readonly #url: string;
  readonly #signal: AbortSignal;
  /** n8n ties a login to the browser it was made in. */
  readonly #browserId = randomUUID();
  #cookie = '';

  constructor(url: string, signal: AbortSignal) {
    this.#url = url;
    this.#signal = signal;
  }

  /** Makes the owner of a fresh n8n, and is logged in as them from then on. */
  async setUpOwner(login: Login): Promise<void> {
    const body = { ...login, firstName: 'Modelferry', lastName: 'Playground' };
    await this.call('POST', '/rest/owner/setup', 'setting up the owner', body);
  }

  async createCredential(
    name: string,
    type: string,
    data: Readonly<Record<string, unknown>>,
  ): Promise<string> {
    const made = await this.call<{ id: string }>(
      'POST',
      '/rest/credentials',
      `creating the credential ${name}`,
      {
        name,
        type,
        data,
      },
    );
    return made.id;
  }

  /** Runs the test that the credential's type brings. */
  async testCredential(id: string): Promise<{ readonly status: string; readonly message: string }> {
    const path = `/rest/credentials/${id}?includeData=true`;
    const credentials = await this.call<object>('GET', path, `reading credential ${id}`);
    return this.call('POST', '/rest/credentials/test', `testing credential ${id}`, { credentials });
  }

  async importWorkflow(workflow: WorkflowFile): Promise<string> {
    const made = await this.call<{ id: string }>(
      'POST',
      '/rest/workflows',
      `importing ${workflow.name}`,
      workflow,
    );
    return made.id;
  }

  /** Presses "Execute workflow" and gives the id of the execution. */
  async run(workflowId: string, triggerName: string): Promise<string> {
    const started = await this.call<{ executionId?: string }>(
      'POST',
      `/rest/workflows/${workflowId}/run`,
      `running the workflow at ${triggerName}`,
      { triggerToStartFrom: { name: triggerName } },
    );
    if (started.executionId === undefined)
      throw new UserError(`n8n did not start the workflow at ${triggerName}.`);
    return started.executionId;
  }

  async execution(id: string): Promise<Execution> {
    return executionFrom(await this.call('GET', `/rest/executions/${id}`, `reading execution ${id}`));
  }

  /** Presses "Stop". */
  async stop(executionId: string): Promise<void> {
    await this.call('POST', `/rest/executions/${executionId}/stop`, `stopping execution ${executionId}`, {});
  }

  /**
   * Any call of the editor, logged in as the owner.
   * @throws {UserError} when n8n refuses it, with what was being done
   */
  async call<T>(method: string, path: string, doing: string, body?: unknown): Promise<T> {
    const answer = await fetch(this.#url + path, {
      method,
      headers: { 'browser-id': this.#browserId, cookie: this.#cookie, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.any([this.#signal, AbortSignal.timeout(requestLimitMs)]),
    });
    this.#keepCookie(answer);
    const text = await answer.text();
    if (!answer.ok) throw new UserError(`n8n refused ${doing}: ${answer.status} ${text.slice(0, 500)}`);
    return (JSON.parse(text) as { data: T }).data;
  }

  #keepCookie(answer: Response): void {
    for (const cookie of answer.headers.getSetCookie()) {
      if (cookie.startsWith('n8n-auth=')) this.#cookie = cookie.split(';')[0] ?? '';
    }
  }
}
