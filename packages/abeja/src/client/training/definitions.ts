import { camelized, id, perhaps, type CallPort } from '@modelferry/operation';
import * as v from 'valibot';
import { get, post, remove } from '../calls.ts';
import { explainTrainingGone } from './explain-training-gone.ts';
import { job } from './job.ts';
import { archiveQuery, pageOf, type ArchiveFilter, type Page, type PageRequest } from '../wire/page.ts';
import { checkName, definitionPath } from '../wire/segments.ts';
import { version } from './version.ts';

const definition = camelized({
  job_definition_id: id,
  name: perhaps(v.string()),
  organization_id: perhaps(id),
  versions: perhaps(v.array(version)),
  version_count: perhaps(v.number()),
  model_count: perhaps(v.number()),
  notebook_count: perhaps(v.number()),
  tensorboard_count: perhaps(v.number()),
  jobs: perhaps(v.array(job)),
  archived: perhaps(v.boolean()),
  created_at: perhaps(v.string()),
  modified_at: perhaps(v.string()),
});

/** A job definition. All but its ID may be missing. Source: docs/vendors/abeja.md, 3.0. */
export type Definition = v.InferOutput<typeof definition>;

/** The calls for job definitions (docs/vendors/abeja.md, 3.1). `name` is a name or an ID. */
export interface DefinitionCalls {
  /** Op 1. Never repeated: what happens to a name that is taken is unknown (Q3). */
  createDefinition(name: string, signal: AbortSignal): Promise<Definition>;
  /** Op 2. */
  getDefinitions(filter: ArchiveFilter & PageRequest, signal: AbortSignal): Promise<Page<Definition>>;
  /** Op 3. With its jobs it is slow where there are many. @param options.includeJobs @default false */
  getDefinition(
    name: string,
    options: { readonly includeJobs?: boolean },
    signal: AbortSignal,
  ): Promise<Definition>;
  /** Op 4. What becomes of the versions, jobs and models in it is unknown (Q4). */
  deleteDefinition(name: string, signal: AbortSignal): Promise<void>;
  /** Op 5. */
  archiveDefinition(name: string, signal: AbortSignal): Promise<void>;
  /** Op 6. */
  unarchiveDefinition(name: string, signal: AbortSignal): Promise<void>;
}

/** The server answers with a final slash, too; only this form is sent, for a redirected POST would lose its body. */
const collection = '/training/definitions';

export const definitionCalls = (port: CallPort): DefinitionCalls => ({
  createDefinition: (name, signal) =>
    explainTrainingGone(
      port.json(
        post(`create the job definition "${name}"`, collection, signal, { name: checkName(name) }),
        definition,
      ),
    ),

  getDefinitions: ({ includeArchived, ...page }, signal) =>
    explainTrainingGone(
      port.json(
        get('list the job definitions', collection, signal, {
          ...archiveQuery({ includeArchived }),
          ...page,
        }),
        pageOf(definition),
      ),
    ),

  getDefinition: (name, { includeJobs = false }, signal) =>
    port.json(
      get(`read the job definition "${name}"`, definitionPath(name), signal, { include_jobs: includeJobs }),
      definition,
    ),

  deleteDefinition: (name, signal) =>
    port.send(remove(`delete the job definition "${name}"`, definitionPath(name), signal)),

  archiveDefinition: (name, signal) =>
    port.send(post(`archive the job definition "${name}"`, definitionPath(name, 'archive'), signal, {})),

  unarchiveDefinition: (name, signal) =>
    port.send(
      post(
        `take the job definition "${name}" out of the archive`,
        definitionPath(name, 'unarchive'),
        signal,
        {},
      ),
    ),
});
