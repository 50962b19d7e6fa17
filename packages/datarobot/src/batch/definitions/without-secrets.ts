import { redactUrls } from '@modelferry/http';

/** Fields that hold a secret or may do so: keys of servers and of storage, and headers of a request. */
const secret: ReadonlySet<string> = new Set(['apiKey', 'customerKey', 'datarobotKey', 'headers']);

/** As the vendor hides what it hides. Source: section 3.9. */
const hidden = '[redacted]';

/** What a job is told, fit to be shown: without keys, headers, and the signatures of addresses. */
export function withoutSecrets(settings: unknown): unknown {
  if (typeof settings === 'string') return redactUrls(settings);
  if (typeof settings !== 'object' || settings === null) return settings;
  if (Array.isArray(settings)) return settings.map(withoutSecrets);
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      secret.has(name) && value !== null ? hidden : withoutSecrets(value),
    ]),
  );
}
