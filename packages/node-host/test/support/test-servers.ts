import { startTestServer } from '@modelferry/testkit';

/** A `startTestServer` whose servers are closed after each test. */
export function testServers(): typeof startTestServer {
  const servers: Awaited<ReturnType<typeof startTestServer>>[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return async (answer) => {
    const server = await startTestServer(answer);
    servers.push(server);
    return server;
  };
}
