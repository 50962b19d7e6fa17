import { readFileSync } from 'node:fs';
import type { Execution, WorkflowFile } from '@modelferry/playground';
import type { Cluster } from './cluster.ts';
import { waitFor } from '../wait-for.ts';
import { triggerName } from '../workflows/start-node.ts';
import { completed, readWorkflow } from './workflows.ts';

/** A row of the job book that was not done, as the recovery workflow sees it. */
export interface Found {
  readonly webhookId?: string;
  readonly vendor: string;
  readonly jobId: string;
  /** `job book`, `list`, `log` or `nowhere`. */
  readonly foundIn: string;
}

/** What came of one run of the recovery workflow. */
export interface Recovery {
  readonly found: readonly Found[];
  readonly execution: Execution;
}

const limitMs = 300_000;
/** Every job that is there has ended by now, or will soon. */
const waitSeconds = 5;
const endings = ['success', 'error', 'crashed', 'canceled'];

/** The workflow that we ship for what was left behind. */
export const recoveryWorkflow = (cluster: Cluster): Promise<WorkflowFile> =>
  completed(cluster, readWorkflow('recover-jobs', waitSeconds));

/** Runs it, with what its reader is told to copy from the log. */
export async function recover(cluster: Cluster, workflow: WorkflowFile): Promise<Recovery> {
  const retrainJobIds = idsInLogs(cluster.logFiles);
  const nodes = workflow.nodes.map((node) =>
    node.name === 'IDs from the log'
      ? { ...node, parameters: { ...node.parameters, jsonOutput: JSON.stringify({ retrainJobIds }) } }
      : node,
  );
  const id = await cluster.rest.run(await cluster.rest.importWorkflow({ ...workflow, nodes }), triggerName);
  const execution = await waitFor('the end of the recovery', limitMs, async () => {
    const now = await cluster.rest.execution(id);
    return endings.includes(now.status) ? now : undefined;
  });
  const found = execution.items('Find the job of each').map(({ json }) => json as unknown as Found);
  return { found, execution };
}

/** The retrainings whose data have, or may have, arrived: by the last that the log says of each. */
function idsInLogs(logFiles: readonly string[]): readonly string[] {
  const lines = logFiles.map((file) => readFileSync(file, 'utf8')).join('\n');
  const last = new Map(
    [...lines.matchAll(/retraining ([\w-]+): (\w+) \[/g)].map(([, id, phase]) => [id, phase]),
  );
  return [...last].flatMap(([id, phase]) => (id && phase?.startsWith('upload') ? [id] : []));
}
