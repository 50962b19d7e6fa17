import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withChoices, withCredentials, type Scene, type WorkflowFile } from '@modelferry/playground';
import { chromium, type Page } from 'playwright-core';
import type { Checks } from '../checks.ts';
import { views, type View } from './views.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const images = join(root, 'docs', 'images');
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const examples = join(root, 'examples', 'n8n');

/** Opens the nodes in the real editor, in a real browser, and keeps what a person sees as pictures for the docs. */
export async function editorSuite(scene: Scene, checks: Checks): Promise<void> {
  const executablePath = browsers.find(existsSync);
  if (!executablePath) {
    scene.progress.say('Skipped: the editor (needs a browser: apt-get install chromium)');
    return;
  }
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await mkdir(images, { recursive: true });
    await logIn(page, scene.server.url, scene.login);
    for (const view of views)
      await checks.run(`The editor shows "${view.node}" of ${view.file}`, () => show(page, scene, view));
  } finally {
    await browser.close();
  }
}

async function show(page: Page, { server, rest, credentialIds }: Scene, view: View): Promise<string> {
  const file = JSON.parse(readFileSync(join(examples, view.file), 'utf8')) as WorkflowFile;
  const nodes = file.nodes.map((node) =>
    node.name === view.node ? { ...node, parameters: { ...node.parameters, ...view.set } } : node,
  );
  const tied = withCredentials({ ...file, nodes }, credentialIds);
  const id = await rest.importWorkflow(await withChoices(rest, tied));
  await page.goto(`${server.url}/workflow/${id}`);
  const node = page.locator('[data-test-id="canvas-node"]').filter({ hasText: view.node }).last();
  await node.waitFor();
  await page.waitForTimeout(1_500);
  await keep(page, view.pictures?.canvas);
  await node.dblclick();
  for (const label of view.labels) await page.getByText(label, { exact: true }).first().waitFor();
  await page.waitForTimeout(1_000);
  await keep(page, view.pictures?.form);
  return `${view.labels.join(', ')} are to be seen`;
}

async function keep(page: Page, picture: string | undefined): Promise<void> {
  if (picture !== undefined) await page.screenshot({ path: join(images, picture) });
}

async function logIn(
  page: Page,
  url: string,
  login: { readonly email: string; readonly password: string },
): Promise<void> {
  await page.goto(`${url}/signin`);
  await page.locator('input[type="email"], input[name="emailOrLdapLoginId"]').first().fill(login.email);
  await page.locator('input[type="password"]').first().fill(login.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
}
