import type { SandboxClock } from '../clock.ts';
import type { ReceivedUpload } from '../storage/receive-upload.ts';
import { Job } from './job.ts';

export type TrainingFile = 'learn' | 'eval' | 'column-info';

/** One training from scratch: three upload URLs, then Train. */
export class Training extends Job {
  readonly uploadId: string;
  readonly extension: string;
  /** The id under which its status is known. */
  id: string;
  readonly files = new Map<TrainingFile, ReceivedUpload>();
  columnInfoPolls = 0;

  constructor(uploadId: string, extension: string, clock: SandboxClock) {
    super(clock);
    this.uploadId = this.id = uploadId;
    this.extension = extension;
  }
}
