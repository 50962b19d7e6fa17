import { startTestServer, type TestServer } from '@modelferry/testkit';
import type { StagedSandbox } from './sandbox-stage.ts';

/** What a credential is tried against. */
export interface CredentialStage<Sandbox> {
  readonly sandbox: Sandbox;
  /** A server that answers as some page does, and is no vendor's API. */
  readonly pageUrl: string;
}

/** Sets the stage for the tests of a file's credentials. */
export function credentialStage<Sandbox extends Pick<StagedSandbox, 'reset' | 'close'>>(
  start: () => Promise<Sandbox>,
): CredentialStage<Sandbox> {
  let sandbox: Sandbox;
  let page: TestServer;
  beforeAll(async () => {
    sandbox = await start();
    page = await startTestServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Nothing here</html>');
    });
  });
  afterAll(async () => {
    await page.close();
    await sandbox.close();
  });
  beforeEach(() => sandbox.reset());
  return {
    get sandbox() {
      return sandbox;
    },
    get pageUrl() {
      return page.url;
    },
  };
}
