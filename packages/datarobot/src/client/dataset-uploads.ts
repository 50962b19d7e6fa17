import { pathSegment, type FormPart } from '@modelferry/http';
import type { Source } from '@modelferry/upload';
import * as v from 'valibot';
import { id, perhaps } from '@modelferry/operation';
import { taskIdOf } from './async-tasks.ts';
import type { CallPort, VendorCall } from './call-port.ts';

/** A file for the catalog. */
export interface DatasetUpload {
  /** Its name is kept. It streams: nothing of it is held. */
  readonly source: Source;
  /** What it is for: `TRAINING`, `PREDICTION`, `BATCH_PREDICTIONS` ... */
  readonly categories?: readonly string[];
  /** @default a new dataset */
  readonly datasetId?: string;
  onBytesTaken?(totalBytes: number): void;
}

/** A file that the vendor fetches by itself. */
export interface DatasetImport {
  readonly url: string;
  /** @default a new dataset */
  readonly datasetId?: string;
  readonly doSnapshot?: boolean;
  readonly persistDataAfterIngestion?: boolean;
  readonly sampleSize?: { readonly type: 'rows'; readonly value: number };
}

/** A dataset that is being made. */
export interface DatasetBegun {
  /** Left out by a server that names only the task: its result does so, too. */
  readonly datasetId: string | undefined;
  readonly versionId: string | undefined;
  readonly taskId: string;
}

/** The calls that make datasets and versions of them (docs/vendors/datarobot.md, 3.16). None is ever repeated. */
export interface DatasetUploadCalls {
  /** 3.16. */
  uploadDataset(upload: DatasetUpload, signal: AbortSignal): Promise<DatasetBegun>;
  /** 3.16. */
  importDataset(request: DatasetImport, signal: AbortSignal): Promise<DatasetBegun>;
}

const begun = v.object({ catalogId: perhaps(id), catalogVersionId: perhaps(id), statusId: perhaps(id) });

export function datasetUploadCalls(port: CallPort): DatasetUploadCalls {
  const begin = async (call: VendorCall): Promise<DatasetBegun> => {
    const answer = await port.located(call, begun);
    const taskId = taskIdOf(answer.location) ?? answer.value?.statusId;
    if (taskId === undefined) throw answer.unusable('no task in it, and none in its Location');
    return { datasetId: answer.value?.catalogId, versionId: answer.value?.catalogVersionId, taskId };
  };

  return {
    uploadDataset: ({ source, categories = [], datasetId, onBytesTaken }, signal) =>
      begin({
        doing: `upload "${source.name}" to the catalog`,
        method: 'POST',
        path: pathOf(datasetId, 'fromFile/'),
        body: {
          kind: 'form',
          parts: [
            // Before the file: a server that streams knows them when it comes to the data
            ...categories.map((value): FormPart => ({ name: 'categories', value })),
            {
              name: 'file',
              value: source,
              fileName: source.name,
              contentType: source.contentType ?? 'text/csv',
            },
          ],
        },
        signal,
        onBytesTaken,
      }),

    importDataset: ({ datasetId, ...request }, signal) =>
      begin({
        doing: 'have a file fetched into the catalog',
        method: 'POST',
        path: pathOf(datasetId, 'fromURL/'),
        json: request,
        signal,
      }),
  };
}

const pathOf = (datasetId: string | undefined, rest: string): string =>
  datasetId === undefined ? `/datasets/${rest}` : `/datasets/${pathSegment(datasetId)}/versions/${rest}`;
