import { dirname, join } from 'node:path';

/** What n8n is started with. */
export interface N8nSettings {
  /** Holds everything that n8n writes. */
  readonly userFolder: string;
  readonly port: number;
  readonly brokerPort: number;
  readonly encryptionKey: string;
  /** Wins over what we would set: another database, another mode. @default nothing */
  readonly more?: Readonly<Record<string, string>>;
}

/** The whole environment of n8n: nothing of the caller's own leaks in, and nothing is reported to anybody. */
export function n8nEnvironment({
  userFolder,
  port,
  brokerPort,
  encryptionKey,
  more,
}: N8nSettings): NodeJS.ProcessEnv {
  return {
    PATH: [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(':'),
    HOME: userFolder,
    TMPDIR: join(userFolder, 'tmp'),
    LANG: 'C.UTF-8',
    N8N_USER_FOLDER: userFolder,
    N8N_ENCRYPTION_KEY: encryptionKey,
    N8N_HOST: '127.0.0.1',
    N8N_PORT: String(port),
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}/`,
    N8N_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
    N8N_RUNNERS_BROKER_PORT: String(brokerPort),
    N8N_SECURE_COOKIE: 'false',
    DB_TYPE: 'sqlite',
    N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
    N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_PERSONALIZATION_ENABLED: 'false',
    N8N_HIRING_BANNER_ENABLED: 'false',
    N8N_DYNAMIC_BANNERS_ENABLED: 'false',
    N8N_PYTHON_ENABLED: 'false',
    N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
    N8N_VERIFIED_PACKAGES_ENABLED: 'false',
    N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
    N8N_DISABLED_MODULES: 'mcp-registry,instance-ai',
    ...more,
  };
}
