import type { SandboxClock } from '../clock.ts';
import { Job } from './job.ts';
import type { UploadProof } from '../storage/upload-proof.ts';

/** One retraining: an upload URL, whose PUT starts it, and a result that may be switched to. */
export class RetrainJob extends Job {
  readonly id: string;
  readonly fileName: string;
  /** The model that the asking key belongs to. */
  readonly baseModelId: number;
  /** Complete PUTs; no more of them than proves their contents, so that many jobs do not hold many samples. */
  readonly uploads: UploadProof[] = [];
  switches = 0;
  deleted = false;

  constructor(options: {
    readonly id: string;
    readonly fileName: string;
    readonly baseModelId: number;
    readonly clock: SandboxClock;
  }) {
    super(options.clock);
    this.id = options.id;
    this.fileName = options.fileName;
    this.baseModelId = options.baseModelId;
  }
}
