import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths, publish, withChoices, withCredentials, type WorkflowFile } from '@modelferry/playground';
import type { Cluster } from './cluster.ts';

/** Reads a workflow of examples/n8n/queue-mode. @param waitSeconds how long to wait for a job, in place of an hour */
export function readWorkflow(name: string, waitSeconds: number): WorkflowFile {
  const text = readFileSync(join(paths.examples, 'queue-mode', `${name}.json`), 'utf8');
  const paced = text.replaceAll('"timeoutSeconds": 3600', `"timeoutSeconds": ${waitSeconds}`);
  return JSON.parse(paced) as WorkflowFile;
}

/** A workflow as a person would complete it: credentials and lists chosen. */
export const completed = ({ rest, credentialIds }: Cluster, workflow: WorkflowFile): Promise<WorkflowFile> =>
  withChoices(rest, withCredentials(workflow, credentialIds));

/** Jobs of the sandbox take seconds, and one whose data never arrived has no end. */
const waitSeconds = 30;

/** Imports the workflows of these names and switches them on. @returns their ids */
export async function publishAll(cluster: Cluster, names: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const id = await cluster.rest.importWorkflow(await completed(cluster, readWorkflow(name, waitSeconds)));
    await publish(cluster.rest, id);
    ids.push(id);
  }
  return ids;
}
