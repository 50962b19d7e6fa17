import { sandboxStage, type SandboxStage } from '@modelferry/n8n-testkit/run';
import { startSandbox, type Sandbox, type SandboxDescription } from '@modelferry/sandbox';
import { allSecrets, userKey } from './sandbox-keys.ts';

/** The packed node on a sandbox of its own, for one file of tests; by default with a user's token. */
export type NodeStage = SandboxStage<Sandbox, SandboxDescription['abeja']>;

export const nodeStage = (): NodeStage =>
  sandboxStage({
    start: () => startSandbox(),
    knownOf: (sandbox) => sandbox.describe().abeja,
    secretsOf: (known) => userKey(known),
    hiddenOf: allSecrets,
  });
