import { pathSegment } from '@modelferry/http';
import * as v from 'valibot';
import type { CallPort } from './call-port.ts';
import { camelized, type Camelized } from '@modelferry/operation';
import { columnInfo, type ColumnInfo } from './column-info.ts';
import { id, moment } from './decode.ts';
import { pageMetadata, type Page, type PageRequest } from './page.ts';

const dataSetFields = {
  data_set_id: id,
  owner_user_id: v.nullish(id),
  name: v.nullish(v.string()),
  extension: v.nullish(v.string()),
  column_count: v.nullish(v.number()),
  data_count: v.nullish(v.number()),
  data_size: v.nullish(v.number()),
  download_url: v.nullish(v.string()),
  updated_date: v.nullish(moment),
  created_date: v.nullish(moment),
};
const dataSet = camelized(dataSetFields);

/** A table that the account holds. */
export type DataSet = Camelized<v.InferOutput<v.ObjectSchema<typeof dataSetFields, undefined>>>;

const presigned = v.pipe(v.string(), v.url());
const uploadAnswer = camelized({
  learn_data_set_upload_url: presigned,
  eval_data_set_upload_url: v.nullish(presigned),
  column_info_upload_url: presigned,
  external_process_id: id,
});

/** Where to put the files of a training. The URLs are secrets. */
export interface TrainUpload {
  readonly externalProcessId: string;
  /** These three are capabilities: never shown, and used without any key. */
  readonly learnDataSetUploadUrl: string;
  readonly evalDataSetUploadUrl: string | undefined;
  readonly columnInfoUploadUrl: string;
}

/** The calls for tables (docs/vendors/prediction-one.md, 3.5, 3.6, 3.12 and 3.13). */
export interface DataSetCalls {
  /** 3.5 Train Data Upload. Starts nothing: Train does. `extension` without a dot: `csv`. */
  getTrainUploadUrls(request: { readonly extension: string }, signal: AbortSignal): Promise<TrainUpload>;
  /** 3.6 Train Data Set Info. How soon after the upload it answers is unknown (specification, Q20). */
  getColumnInfo(request: { readonly externalProcessId: string }, signal: AbortSignal): Promise<ColumnInfo>;
  /** 3.12 Get Data Set: one page. */
  getDataSets(request: PageRequest, signal: AbortSignal): Promise<Page<DataSet>>;
  /** 3.13 Delete Data Set. The set also vanishes from the web app. */
  deleteDataSet(request: { readonly dataSetId: string }, signal: AbortSignal): Promise<void>;
}

export const dataSetCalls = (port: CallPort, hideUrl: (url: string) => void): DataSetCalls => ({
  async getTrainUploadUrls({ extension }, signal) {
    const answer = await port.json(
      {
        doing: 'get upload addresses for a training',
        key: 'train',
        method: 'GET',
        path: '/data-sets/upload-url',
        query: { extension },
        idempotent: true,
        perhapsJapanOnly: true,
        signal,
      },
      uploadAnswer,
    );
    const { learnDataSetUploadUrl, columnInfoUploadUrl } = answer;
    const evalDataSetUploadUrl = answer.evalDataSetUploadUrl ?? undefined;
    for (const url of [learnDataSetUploadUrl, columnInfoUploadUrl, evalDataSetUploadUrl])
      if (url) hideUrl(url);
    return { ...answer, evalDataSetUploadUrl };
  },

  getColumnInfo: ({ externalProcessId }, signal) =>
    port.json(
      {
        doing: `read the columns of upload ${externalProcessId}`,
        key: 'train',
        method: 'GET',
        path: '/data-sets/column-info',
        query: { external_process_id: externalProcessId },
        idempotent: true,
        perhapsJapanOnly: true,
        signal,
      },
      columnInfo,
    ),

  async getDataSets({ offset = 0, limit = 30 }, signal) {
    const { data_sets: entries, metadata } = await port.json(
      {
        doing: 'list the data sets',
        key: 'train',
        method: 'GET',
        path: '/data-sets',
        query: { offset, limit },
        idempotent: true,
        perhapsJapanOnly: true,
        signal,
      },
      v.object({ data_sets: v.array(dataSet), metadata: pageMetadata }),
    );
    for (const { downloadUrl } of entries) if (downloadUrl) hideUrl(downloadUrl);
    return { entries, total: metadata?.total ?? undefined };
  },

  deleteDataSet: ({ dataSetId }, signal) =>
    port.empty({
      doing: `delete data set ${dataSetId}`,
      key: 'train',
      method: 'DELETE',
      path: `/data-sets/${pathSegment(dataSetId)}`,
      idempotent: false,
      perhapsJapanOnly: true,
      signal,
    }),
});
