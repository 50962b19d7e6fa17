import type { CsvSettings, LocalFileRequest } from '../../client/batch-request.ts';

/** Whether a file goes in one body or in parts. */
export type UploadMode = 'whole' | 'parts';

/** What is to be scored, and how, as the user has said it. */
export interface ScoreSettings {
  readonly deploymentId: string;
  readonly uploadMode: UploadMode;
  readonly scoreWhileUploading: boolean;
  readonly passthroughColumns: readonly string[];
  readonly passthroughAllColumns: boolean;
  readonly includePredictionStatus: boolean;
  readonly maxExplanations: number;
  readonly abortOnError: boolean;
  readonly numConcurrent?: number;
  /** A word, or a number of bytes in digits. */
  readonly chunkSize?: string;
}

/** The same in the vendor's words (3.6): what is as the vendor has it by itself is left out where that says the same. */
export function toBatchRequest(settings: ScoreSettings, csvSettings: CsvSettings): LocalFileRequest {
  const { deploymentId, uploadMode, scoreWhileUploading, passthroughColumns } = settings;
  const { maxExplanations, numConcurrent, chunkSize } = settings;
  const passthrough = settings.passthroughAllColumns
    ? { passthroughColumnsSet: 'all' as const }
    : passthroughColumns.length > 0
      ? { passthroughColumns }
      : {};
  return {
    deploymentId,
    intakeSettings: { type: 'localFile', multipart: uploadMode === 'parts', async: scoreWhileUploading },
    outputSettings: { type: 'localFile' },
    csvSettings,
    ...passthrough,
    includePredictionStatus: settings.includePredictionStatus,
    abortOnError: settings.abortOnError,
    ...(maxExplanations > 0 && { maxExplanations }),
    ...(numConcurrent !== undefined && { numConcurrent }),
    ...(chunkSize !== undefined && { chunkSize: /^\d+$/.test(chunkSize) ? Number(chunkSize) : chunkSize }),
  };
}
