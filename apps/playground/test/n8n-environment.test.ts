import { n8nEnvironment } from '../src/n8n/n8n-environment.ts';

test("nothing of the caller's environment reaches n8n", () => {
  process.env.MODELFERRY_TEST_LEAK = 'secret';
  try {
    const environment = n8nEnvironment({ userFolder: '/u', port: 1, brokerPort: 2, encryptionKey: 'k' });
    expect(Object.keys(environment)).not.toContain('MODELFERRY_TEST_LEAK');
    expect(environment).toMatchObject({
      HOME: '/u',
      N8N_USER_FOLDER: '/u',
      N8N_PORT: '1',
      N8N_RUNNERS_BROKER_PORT: '2',
    });
    expect(environment.N8N_LISTEN_ADDRESS).toBe('127.0.0.1');
  } finally {
    delete process.env.MODELFERRY_TEST_LEAK;
  }
});
