import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withCredentials, type Scene, type WorkflowFile } from '@modelferry/playground';
import { chromium, type Page } from 'playwright-core';
import { expect, type Checks } from '../checks.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const images = join(root, 'docs', 'images');
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const example = join(root, 'examples', 'n8n', 'retrain-and-switch.json');

/** Opens the node in the real editor, in a real browser, and keeps what a person sees as pictures for the docs. */
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
    await checks.run('The editor shows the workflow and the node', () => showNode(page, scene));
  } finally {
    await browser.close();
  }
}

async function showNode(page: Page, { server, rest, login, credentialIds }: Scene): Promise<string> {
  const workflow = JSON.parse(readFileSync(example, 'utf8')) as WorkflowFile;
  const id = await rest.importWorkflow(withCredentials(workflow, credentialIds));
  await logIn(page, server.url, login);
  await page.goto(`${server.url}/workflow/${id}`);
  const node = page.locator('[data-test-id="canvas-node"]').filter({ hasText: 'Retrain and switch' }).last();
  await node.waitFor();
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: join(images, 'editor-workflow.png') });
  await node.dblclick();
  await page.getByText('Training Data From').first().waitFor();
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(images, 'editor-node.png') });
  for (const label of [
    'Resource',
    'Operation',
    'Training Data From',
    'Wait for Completion',
    'Switch Model',
  ]) {
    expect(await page.getByText(label, { exact: true }).first().isVisible(), `"${label}" is not to be seen`);
  }
  return 'pictures are in docs/images';
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
