import { defineCatalog } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { channels } from '../lookups/channels.ts';
import { codeVersions } from '../lookups/code-versions.ts';
import { datasetItemColumns } from '../lookups/dataset-item-columns.ts';
import { datasets } from '../lookups/datasets.ts';
import { definitions } from '../lookups/definitions.ts';
import { deployments } from '../lookups/deployments.ts';
import { endpoints } from '../lookups/endpoints.ts';
import { files } from '../lookups/files.ts';
import { jobs } from '../lookups/jobs.ts';
import { models } from '../lookups/models.ts';
import { services } from '../lookups/services.ts';
import { versions } from '../lookups/versions.ts';
import { trainingJobKind } from '../training/job-reference.ts';
import { stopTrainingJob } from '../training/stop-job.ts';
import { vendor } from '../vendor.ts';
import { datalakeOperations } from './datalake.ts';
import { datasetOperations } from './dataset.ts';
import { definitionOperations } from './definition.ts';
import { jobOperations } from './job.ts';
import { modelOperations } from './model.ts';
import { serviceOperations } from './service.ts';
import { versionOperations } from './version.ts';

/** All that can be asked of ABEJA Platform. */
export const abeja = defineCatalog<AbejaClient>({
  vendor,
  title: 'ABEJA Platform',
  resources: {
    definition: {
      title: 'Job Definition',
      description: 'What is trained, by its name; its versions hold the code',
    },
    version: {
      title: 'Job Definition Version',
      description: 'The code of a job definition, with its image and handler',
    },
    job: {
      title: 'Training Job',
      description: 'Runs of a version, with their statistics and results',
    },
    model: {
      title: 'Model',
      description: 'What jobs have learned, or what was uploaded',
    },
    service: {
      title: 'Service',
      description: 'Models that answer, and which of them an endpoint points to',
    },
    datalake: {
      title: 'Datalake',
      description: 'Files in channels',
    },
    dataset: {
      title: 'Dataset',
      description: 'Labelled items to train with',
    },
  },
  operations: [
    ...definitionOperations,
    ...versionOperations,
    ...jobOperations,
    ...modelOperations,
    ...serviceOperations,
    ...datalakeOperations,
    ...datasetOperations,
  ],
  lookups: {
    channels,
    codeVersions,
    datasets,
    definitions,
    deployments,
    endpoints,
    files,
    jobs,
    models,
    services,
    versions,
  },
  columnLookups: { datasetItemColumns },
  cancels: { [trainingJobKind]: stopTrainingJob },
});
