import type { SandboxClock } from '../clock.ts';
import type { Invention } from '../random.ts';
import type { SecretBook } from '../secret-book.ts';
import type { DataRobotVariants } from './variants.ts';

/** What the platform has in common with the other vendors of one sandbox. */
export interface PlatformParts {
  readonly clock: SandboxClock;
  readonly invention: Invention;
  readonly secrets: SecretBook;
  readonly variants: DataRobotVariants;
  /** Where links lead that name another host. */
  readonly foreignUrl: () => string;
  /** The dedicated prediction server. */
  readonly predictionUrl: () => string;
}
