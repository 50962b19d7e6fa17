import type { Bench } from './harness/index.ts';

/** All benches by name. Loaded only when asked for: some need what others do not. */
export const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  action: async () => (await import('./action/action.ts')).actionBench,
  download: async () => (await import('./download/download.ts')).downloadBench,
  'model-upload': async () => (await import('./model-upload/model-upload.ts')).modelUploadBench,
  multipart: async () => (await import('./multipart/multipart.ts')).multipartBench,
  'n8n-scoring': async () => (await import('./n8n-scoring/n8n-scoring.ts')).n8nScoringBench,
  'n8n-upload': async () => (await import('./n8n-upload/n8n-upload.ts')).n8nUploadBench,
  polling: async () => (await import('./polling/polling.ts')).pollingBench,
  zip: async () => (await import('./zip/zip.ts')).zipBench,
  upload: async () => (await import('./upload/upload.ts')).uploadBench,
};
