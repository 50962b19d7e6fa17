import type { N8nRest } from '@modelferry/playground';

/** A row of the data table in which the workflows note their jobs. */
export interface BookedJob {
  readonly webhookId: string;
  readonly vendor: string;
  readonly jobId: string | null;
  readonly state: string;
}

const columns = ['webhookId', 'vendor', 'jobId', 'state'].map((name) => ({ name, type: 'string' }));

/** The data table `Remote jobs` of the workflows in examples/n8n/queue-mode. */
export class JobBook {
  readonly #rest: N8nRest;
  readonly #path: string;

  private constructor(rest: N8nRest, path: string) {
    this.#rest = rest;
    this.#path = path;
  }

  static async create(rest: N8nRest): Promise<JobBook> {
    const project = await rest.call<{ readonly id: string }>('GET', '/rest/projects/personal', 'finding us');
    const tables = `/rest/projects/${project.id}/data-tables`;
    const table = await rest.call<{ readonly id: string }>('POST', tables, 'making a data table', {
      ...{ name: 'Remote jobs', columns },
    });
    return new JobBook(rest, `${tables}/${table.id}`);
  }

  async rows(): Promise<readonly BookedJob[]> {
    const rows: BookedJob[] = [];
    for (;;) {
      const page = await this.#rest.call<{ readonly count: number; readonly data: readonly BookedJob[] }>(
        ...(['GET', `${this.#path}/rows?skip=${rows.length}&take=100`, 'reading the job book'] as const),
      );
      rows.push(...page.data);
      if (page.data.length === 0 || rows.length >= page.count) return rows;
    }
  }
}
