import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** n8n's folder for one test file. n8n reads its environment when it is loaded: import this before anything of n8n-core. */
export const userFolder = mkdtempSync(join(tmpdir(), 'modelferry-n8n-'));

process.env['N8N_USER_FOLDER'] = userFolder;
process.env['N8N_ENCRYPTION_KEY'] = 'k'.repeat(32);
process.env['N8N_DEFAULT_BINARY_DATA_MODE'] = 'filesystem';
process.env['N8N_LOG_LEVEL'] = 'silent';

const remove = () => rmSync(userFolder, { recursive: true, force: true });
// Jest ends its workers without an exit; a process of its own has no afterAll
if (typeof afterAll === 'function') afterAll(remove);
else process.on('exit', remove);
