import type { Secrets } from '@modelferry/auth';
import type { Environment } from './inputs/input-text.ts';
import { maskInputs } from './log/mask-inputs.ts';
import { maskedSecrets } from './log/masked-secrets.ts';
import { openLog, type Log } from './log/log.ts';
import { openRunner, type Runner } from './runner/runner.ts';
import { writeOut } from './runner/write-out.ts';

/** What main and post have from their first moment on. */
export interface Stage {
  readonly env: Environment;
  readonly runner: Runner;
  readonly secrets: Secrets;
  readonly log: Log;
  /** In milliseconds since 1970. */
  readonly startedAtMs: number;
}

/** Hides the secrets, before anything can go wrong with them. */
export function openStage(env: Environment = process.env): Stage {
  const runner = openRunner(env, writeOut);
  const secrets = maskedSecrets(runner);
  maskInputs(secrets, env);
  return { env, runner, secrets, log: openLog(runner, secrets.redact, Date.now), startedAtMs: Date.now() };
}
