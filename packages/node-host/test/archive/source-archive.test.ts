import { execFileSync, spawnSync } from 'node:child_process';
import { appendFile, chmod, mkdir, mkdtemp, readdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { collectBytes, patternedBytes } from '@modelferry/testkit';
import type { ScratchStore } from '@modelferry/upload';
import { folderSource, sourceArchive, tempScratch, type SourceArchiveOptions } from '../../src/index.ts';
import { noise } from '../support/noise.ts';
import { openDescriptors } from '../support/open-descriptors.ts';
import { tempFolder } from '../support/temp-folder.ts';

const temp = tempFolder();
const signal = new AbortController().signal;
const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
const [unzips, tars] = [has('unzip', '-v') ? test : test.skip, has('tar', '--version') ? test : test.skip];
const formats = ['zip', 'tar.gz'] as const;

/** A folder with these files; a path that ends with a slash is a folder. */
async function newFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const root = await mkdtemp(temp.path('source-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(path.endsWith('/') ? join(root, path) : dirname(join(root, path)), { recursive: true });
    if (!path.endsWith('/')) await writeFile(join(root, path), text);
  }
  return root;
}

async function packed(root: string, options: Partial<SourceArchiveOptions> = {}): Promise<Buffer> {
  const { source, dispose } = await sourceArchive({ root, format: 'zip', signal, ...options });
  try {
    expect(source.replayable).toBe(true);
    const bytes = await collectBytes(source.open());
    expect(source.length).toBe(bytes.length);
    return Buffer.from(bytes);
  } finally {
    await dispose();
  }
}

/** The paths in an archive, as tar lists them. */
async function namesIn(
  root: string,
  options: Partial<SourceArchiveOptions> = {},
): Promise<readonly string[]> {
  const path = temp.path('names.tar.gz');
  await writeFile(path, await packed(root, { format: 'tar.gz', ...options }));
  return execFileSync('tar', ['-tzf', path], { encoding: 'utf8' }).trimEnd().split('\n');
}

const project = {
  'train.py': 'print(1)\n',
  'empty.txt': '',
  'lib-old': 'sorts before what is in lib, though the folder does not',
  'lib/モデル.py': 'x = 1\n',
  'lib/data.bin': patternedBytes(400_000),
  [`${'deep/'.repeat(30)}leaf.txt`]: 'a path longer than tar has room for',
  'nothing/': '',
};

describe('what is packed can be unpacked', () => {
  unzips('zip, by unzip', async () => {
    const path = temp.path('whole.zip');
    await writeFile(path, await packed(await newFolder(project)));
    expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toMatch(/No errors detected/);
    const unpacked = temp.path('unzipped');
    execFileSync('unzip', ['-q', path, '-d', unpacked], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    expect(execFileSync('cat', [join(unpacked, 'lib/モデル.py')], { encoding: 'utf8' })).toBe('x = 1\n');
    expect(execFileSync('cat', [join(unpacked, 'lib/data.bin')])).toEqual(
      Buffer.from(project['lib/data.bin'] as Uint8Array),
    );
  });

  tars('tar.gz, by tar, in the order of the names', async () => {
    expect(await namesIn(await newFolder(project))).toHaveLength(6);
    const path = temp.path('names.tar.gz');
    const said = execFileSync('tar', ['-tzf', path, '--quoting-style=literal'], { encoding: 'utf8' });
    const names = said.trimEnd().split('\n');
    expect(names).toEqual([...names].sort());
    const text = execFileSync('tar', ['-xzOf', path, 'lib/data.bin']);
    expect(text.equals(project['lib/data.bin'] as Uint8Array)).toBe(true);
  });
});

describe.each(formats)('%s: the same files are the same bytes', (format) => {
  test('when built twice, touched, written in another order, or given to others', async () => {
    const [one, two] = [
      await newFolder(project),
      await newFolder(Object.fromEntries(Object.entries(project).reverse())),
    ];
    const first = await packed(one, { format });
    await utimes(join(one, 'train.py'), 1_000_000_000, 1_000_000_000);
    await chmod(join(one, 'lib/data.bin'), 0o600);
    await chmod(join(two, 'lib/data.bin'), 0o664);
    expect(first.equals(await packed(one, { format }))).toBe(true);
    expect(first.equals(await packed(two, { format }))).toBe(true);
  });

  test('on another day, in another time zone, with another umask', async () => {
    const root = await newFolder(project);
    const script = `
      process.umask(Number(process.argv[1]));
      const now = Number(process.argv[2]);
      globalThis.Date = class extends Date { constructor(...a) { a.length ? super(...a) : super(now); } };
      Date.now = () => now;
      const [{ sourceArchive }, { createHash }] = [await import('@modelferry/node-host'), await import('node:crypto')];
      const { source } = await sourceArchive({
        root: ${JSON.stringify(root)}, format: '${format}', signal: new AbortController().signal });
      const hash = createHash('sha256');
      for await (const chunk of source.open()) hash.update(chunk);
      process.stdout.write(hash.digest('hex'));`;
    const sum = (zone: string, umask: number, nowMs: number) =>
      execFileSync(
        process.execPath,
        [
          ...['--conditions=@modelferry/source', '--input-type=module', '--eval', script],
          ...[String(umask), String(nowMs)],
        ],
        { cwd: join(__dirname, '..', '..'), env: { ...process.env, TZ: zone }, encoding: 'utf8' },
      );
    const first = sum('Asia/Tokyo', 0o022, 1_700_000_000_000);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(sum('America/Los_Angeles', 0o077, 1_900_000_000_000)).toBe(first);
  });

  test('but not when one may be run that might not before', async () => {
    const root = await newFolder(project);
    const before = await packed(root, { format });
    await chmod(join(root, 'train.py'), 0o744);
    expect(before.equals(await packed(root, { format }))).toBe(false);
  });
});

describe('what is taken', () => {
  const files = {
    '.gitignore': '*.log\nbuild/\n/top.txt\n!keep.log\n# a comment\n',
    '.git/config': 'secret',
    'a.py': '',
    'x.log': '',
    'keep.log': '',
    'top.txt': '',
    'build/out.bin': '',
    'sub/top.txt': '',
    'sub/.gitignore': 'data/*.csv\nlocal\n!y.log\n',
    'sub/y.log': '',
    'sub/local/b.py': '',
    'sub/data/rows.csv': '',
    'sub/data/rows.txt': '',
    'sub/deep/data/rows.csv': '',
    'sub/Build/c.py': '',
    'other/local': '',
    'other/y.log': '',
  };

  tars(
    'ignore files hold where they lie and below, the nearer one more, and `.git` is never packed',
    async () => {
      expect(await namesIn(await newFolder(files))).toEqual([
        ...['.gitignore', 'a.py', 'keep.log', 'other/local', 'sub/.gitignore', 'sub/Build/c.py'],
        ...['sub/data/rows.txt', 'sub/deep/data/rows.csv', 'sub/top.txt', 'sub/y.log'],
      ]);
    },
  );

  tars('is what git would take', async () => {
    const { '.git/config': _, ...tracked } = files;
    const root = await newFolder(tracked);
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
    git('init', '-q');
    const taken = git('ls-files', '--others', '--exclude-standard').trimEnd().split('\n');
    expect(await namesIn(root)).toEqual(taken.sort());
  });

  tars('patterns to include and to exclude say more', async () => {
    const root = await newFolder(files);
    expect(await namesIn(root, { include: ['*.py', '/sub/data'] })).toEqual([
      ...['a.py', 'sub/Build/c.py', 'sub/data/rows.txt'],
    ]);
    expect(await namesIn(root, { exclude: ['sub', '.*', '*.log', 'other/**'] })).toEqual(['a.py']);
    expect(await namesIn(root, { ignoreFiles: [], include: ['/build', 'local'] })).toEqual([
      ...['build/out.bin', 'other/local', 'sub/local/b.py'],
    ]);
  });

  tars('of several ignore files in a folder, the one that is named last has the last word', async () => {
    const root = await newFolder({
      ...{ '.vendorignore': '!model.bin\nnotes.txt\n', '.gitignore': '*.bin\n' },
      ...{ 'model.bin': 'm', 'other.bin': 'o', 'notes.txt': 'n' },
    });
    const taken = { include: ['model.bin', 'other.bin', 'notes.txt'] };
    expect(await namesIn(root, { ...taken, ignoreFiles: ['.gitignore', '.vendorignore'] })).toEqual([
      'model.bin',
    ]);
    const none = packed(root, { ...taken, ignoreFiles: ['.vendorignore', '.gitignore', '.missing'] });
    await expect(none).rejects.toThrow(/none of its \d+ files/);
  });

  test('nothing is an error that says why', async () => {
    const root = await newFolder(files);
    const none = packed(root, { include: ['*.rb'] });
    await expect(none).rejects.toMatchObject({ code: 'invalid-input', remedy: expect.any(String) });
    await expect(none).rejects.toThrow(/none of its \d+ files is one of those to include \(\*\.rb\)/);
    await expect(packed(root, { exclude: ['*'] })).rejects.toThrow(/no file in it that is not left out/);
    await expect(packed(join(root, 'missing'))).rejects.toThrow(/no such file or folder/);
  });
});

describe('links', () => {
  tars('within the folder stand for what they point to', async () => {
    const root = await newFolder({ 'lib/a.py': 'from a link', 'v1/model.txt': '1' });
    await symlink('lib/a.py', join(root, 'link.py'));
    await symlink('v1', join(root, 'latest'));
    expect(await namesIn(root)).toEqual(['latest/model.txt', 'lib/a.py', 'link.py', 'v1/model.txt']);
    const text = execFileSync('tar', ['-xzOf', temp.path('names.tar.gz'), 'link.py'], { encoding: 'utf8' });
    expect(text).toBe('from a link');
  });

  test.each([
    ['leads out of it', '../../outside', 'file'],
    ['leads out of it', '/etc/hostname', 'absolute'],
    ['leads nowhere', 'missing', 'dangling'],
    ['leads in a circle', '.', 'circle'],
    ['leads in a circle', 'loop', 'loop'],
  ])('one that %s (%s) is refused by its name', async (why, target, name) => {
    const root = await newFolder({ 'sub/a.py': '' });
    await writeFile(temp.path('outside'), 'not yours');
    await symlink(target, join(root, 'sub', name));
    await symlink('loop', join(root, 'sub', 'loop')).catch(() => undefined);
    const failed = packed(root, { exclude: name === 'loop' ? [] : ['loop'] });
    await expect(failed).rejects.toMatchObject({ code: 'invalid-input', remedy: expect.any(String) });
    await expect(failed).rejects.toThrow(new RegExp(`the link sub/${name} ${why}`));
    expect(await packed(root, { exclude: [name, 'loop'] })).not.toHaveLength(0);
  });
});

describe('what cannot be packed', () => {
  test('a pipe is refused by its name, unless it is left out', async () => {
    const root = await newFolder({ 'a.py': '' });
    execFileSync('mkfifo', [join(root, 'pipe')]);
    await expect(packed(root)).rejects.toThrow(/pipe is a pipe, not a file/);
    expect(await packed(root, { exclude: ['pipe'] })).not.toHaveLength(0);
  });

  test.each(['a\\b.py', 'c:x.py', 'http:x', 'a\nb'])('a file named %j, in both formats', async (name) => {
    const root = await newFolder({ [name]: '' });
    for (const format of formats) {
      await expect(packed(root, { format })).rejects.toMatchObject({ code: 'invalid-input' });
    }
  });

  test.each(formats)('a file that changes while it is packed (%s)', async (format) => {
    const root = await newFolder({ 'a.bin': patternedBytes(3_000_000), 'b.txt': 'b' });
    const folder = await mkdtemp(temp.path('changing-'));
    const within = tempScratch(folder);
    const scratch: ScratchStore = {
      write: async (file, stop) => {
        await appendFile(join(root, 'a.bin'), 'more');
        return within.write(file, stop);
      },
    };
    const failed = packed(root, { format, scratch });
    await expect(failed).rejects.toMatchObject({ code: 'source-mismatch' });
    await expect(failed).rejects.toThrow(/a\.bin changed/);
    expect(await readdir(folder)).toEqual([]);
    expect(openDescriptors().filter((held) => held.startsWith(folder) || held.startsWith(root))).toEqual([]);
  });

  test.each(formats)('stopped on request within a second, with nothing left (%s)', async (format) => {
    const root = await newFolder({ 'a.bin': noise(50_000_000) });
    const folder = await mkdtemp(temp.path('stopped-'));
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('stopped by the test')), 30);
    const startedAt = performance.now();
    const failed = packed(root, { format, level: 9, scratch: tempScratch(folder), signal: stop.signal });
    await expect(failed).rejects.toThrow('stopped by the test');
    expect(performance.now() - startedAt).toBeLessThan(1_100);
    expect(await readdir(folder)).toEqual([]);
  });
});

test('archiver is only loaded by who packs', async () => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    await import('@modelferry/node-host');
    process.stdout.write(JSON.stringify(loaded.filter((url) => /archiver|node_modules.ignore/.test(url))));`;
  const loaded = execFileSync(
    process.execPath,
    ['--conditions=@modelferry/source', '--input-type=module', '--eval', script],
    { cwd: join(__dirname, '..', '..'), encoding: 'utf8' },
  );
  expect(loaded).toBe('[]');
});

describe('a folder as a source', () => {
  test('is packed anew whenever it is opened, to the same bytes', async () => {
    const root = await newFolder(project);
    const source = await folderSource({ root, signal });
    expect(source).toMatchObject({
      name: `${basename(root)}.zip`,
      contentType: 'application/zip',
      replayable: true,
    });
    const [once, again] = [await collectBytes(source.open()), await collectBytes(source.open())];
    expect(once).toEqual(again);
    expect(Buffer.from(once)).toEqual(await packed(root));
  });

  test('that changes after it was looked at fails while it is packed', async () => {
    const root = await newFolder({ 'train.py': 'print(1)\n' });
    const source = await folderSource({ root, signal });
    await appendFile(join(root, 'train.py'), 'print(2)\n');
    await expect(collectBytes(source.open())).rejects.toMatchObject({ code: 'source-mismatch' });
  });
});
